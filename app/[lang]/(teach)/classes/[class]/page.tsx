import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { assignableSets, assignedIn, assignmentsIn } from '#lib/server/classes/assignments.ts'
import { eventsIn } from '#lib/server/classes/events.ts'
import { noticesIn } from '#lib/server/classes/notices-read.ts'
import { classesOf, classOf } from '#lib/server/classes/read.ts'
import { newestSignal } from '#lib/server/classes/signals/hear.ts'
import { quizzesDue } from '#lib/server/quizzes/due.ts'
import { quizzesIn } from '#lib/server/quizzes/results.ts'
import { own } from '../../_parts/own.ts'
import { ClassScreen } from './class.tsx'

export const generateMetadata = titled('classes.one')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const ClassPage = async ({ params }: Props) => {
  const { class: classId } = await params
  const told = await own(async (viewer) => {
    // Before the rest is read: what changes meanwhile is told to the page again.
    const heard = await newestSignal(viewer, classId)
    const view = await classOf(viewer, classId)
    if (!view.teaching) {
      const wanted = await assignedIn(viewer, classId)
      const due = (await quizzesDue(viewer)).filter((one) => one.classId === classId)
      const notices = await noticesIn(viewer, classId)
      return { heard, view, wanted, due, quizzes: [], assigned: null, sets: [], others: [], lines: [], notices }
    }
    const leads = (await classesOf(viewer)).filter((one) => one.role === 'instructor' && !one.archived)
    const others = leads.filter((one) => one.classId !== classId)
    const [assigned, sets] = [await assignmentsIn(viewer, classId), await assignableSets(viewer, classId)]
    const quizzes = await quizzesIn(viewer, classId)
    return {
      heard,
      view,
      wanted: [],
      due: [],
      quizzes,
      assigned,
      sets,
      others,
      lines: await eventsIn(viewer, classId),
      notices: [],
    }
  })
  return (
    <Frame>
      <ClassScreen {...told} />
    </Frame>
  )
}
export default page(['classes', 'due', 'roster', 'notices', 'grades'], ClassPage)
