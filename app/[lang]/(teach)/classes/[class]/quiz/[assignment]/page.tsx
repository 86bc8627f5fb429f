import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { classOf } from '#lib/server/classes/read.ts'
import { newestSignal } from '#lib/server/classes/signals/hear.ts'
import { Refusal } from '#lib/server/errors.ts'
import { quizResults } from '#lib/server/quizzes/results.ts'
import { own } from '../../../../_parts/own.ts'
import { Results } from './results.tsx'

export const generateMetadata = titled('results.title')

type Props = { readonly params: Promise<{ lang: string; class: string; assignment: string }> }

const QuizPage = async ({ params }: Props) => {
  const { class: classId, assignment } = await params
  const told = await own(async (viewer) => {
    // Before the rest is read: what changes meanwhile is told to the page again.
    const heard = await newestSignal(viewer, classId)
    const results = await quizResults(viewer, assignment)
    if (results.classId !== classId) throw new Refusal('not-found')
    return { heard, results, view: await classOf(viewer, classId) }
  })
  return (
    <Frame>
      <Results {...told} />
    </Frame>
  )
}
export default page(['results', 'classes', 'due', 'quiz', 'study'], QuizPage)
