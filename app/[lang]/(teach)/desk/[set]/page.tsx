import { page, titled } from '#app/_words/words.tsx'
import { deskOf } from '#lib/server/desk/read.ts'
import { own } from '../../_parts/own.ts'
import { DeskScreen } from './desk.tsx'

export const generateMetadata = titled('desk.judge')

type Props = {
  readonly params: Promise<{ lang: string; set: string }>
  /** `fact`: the one to open with. */
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const JudgePage = async ({ params, searchParams }: Props) => {
  const { set: setId } = await params
  const { fact } = await searchParams
  const { set, edition, facts } = await own((viewer) => deskOf(viewer, setId))
  const { text, language, sections, skipped, sentences } = edition
  const first = facts.find(({ id }) => id === fact)?.id ?? null
  return (
    <DeskScreen setId={set.id} first={first} given={facts} edition={{ text, language, sections, skipped, sentences }} />
  )
}
export default page(['desk', 'account'], JudgePage)
