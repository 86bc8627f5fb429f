import { page, titled } from '#app/_words/words.tsx'
import { deskOf } from '#lib/server/desk/read.ts'
import { readRules } from '#lib/server/installation.ts'
import { own } from '../../../_parts/own.ts'
import { PublishScreen } from './publish.tsx'

export const generateMetadata = titled('desk.publishTitle')

type Props = { readonly params: Promise<{ lang: string; set: string }> }

const PublishPage = async ({ params }: Props) => {
  const { set: setId } = await params
  const { set, edition, facts } = await own((viewer) => deskOf(viewer, setId))
  const { title, forms, onlyAccepted, excerpts, visibility, shareKey, learners, look } = set
  const open = visibility === 'public' ? 'public' : shareKey === null ? 'private' : 'link'
  return (
    <PublishScreen
      setId={set.id}
      facts={facts}
      language={edition.language}
      library={(await readRules()).library}
      learners={learners}
      first={{ title, forms, onlyAccepted, excerpts, open, look }}
    />
  )
}
export default page(['desk', 'account'], PublishPage)
