import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { listOf } from '#lib/server/desk/lists.ts'
import { own } from '../_parts/own.ts'
import { ListScreen } from './list.tsx'

export const generateMetadata = titled('list.title')

type Props = {
  readonly params: Promise<{ lang: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const ListPage = async ({ searchParams }: Props) => {
  const { set } = await searchParams
  const known = typeof set === 'string' ? await own((viewer) => listOf(viewer, set)) : null
  return (
    <Frame current="documents">
      <ListScreen known={known} />
    </Frame>
  )
}
export default page(['list', 'desk', 'account'], ListPage)
