import { page, titled } from '#app/_words/words.tsx'
import { ownSet } from '#lib/server/desk/own-set.ts'
import { own } from '../../../_parts/own.ts'
import { AgainScreen } from './again.tsx'

export const generateMetadata = titled('desk.againTitle')

type Props = { readonly params: Promise<{ lang: string; set: string }> }

const AgainPage = async ({ params }: Props) => {
  const { set: setId } = await params
  const { id, title } = await own((viewer) => ownSet(viewer, setId))
  return <AgainScreen setId={id} title={title} />
}
export default page(['desk', 'account'], AgainPage)
