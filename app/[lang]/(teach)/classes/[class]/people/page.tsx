import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { classOf } from '#lib/server/classes/read.ts'
import { mayEnlist } from '#lib/server/classes/roster.ts'
import { newestSignal } from '#lib/server/classes/signals/hear.ts'
import { awaitedIn } from '#lib/server/classes/slips.ts'
import { Refusal } from '#lib/server/errors.ts'
import { own } from '../../../_parts/own.ts'
import { ClassHead } from '../head.tsx'
import { People } from './people.tsx'

export const generateMetadata = titled('roster.title')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const PeoplePage = async ({ params }: Props) => {
  const { class: classId } = await params
  const told = await own(async (viewer) => {
    // Before the rest is read: what changes meanwhile is told to the page again.
    const heard = await newestSignal(viewer, classId)
    const view = await classOf(viewer, classId)
    if (!view.teaching) throw new Refusal('not-found')
    const { teaching } = view
    return { heard, view, teaching, awaited: await awaitedIn(viewer, classId), open: await mayEnlist(viewer) }
  })
  return (
    <Frame>
      <ClassHead view={told.view} current="people" />
      <People {...told} />
    </Frame>
  )
}
export default page(['classes', 'roster'], PeoplePage)
