import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { classOf } from '#lib/server/classes/read.ts'
import { Refusal } from '#lib/server/errors.ts'
import { quizResults } from '#lib/server/quizzes/results.ts'
import { own } from '../../../../../_parts/own.ts'
import { EditQuiz } from './edit.tsx'

export const generateMetadata = titled('setting.change')

type Props = { readonly params: Promise<{ lang: string; class: string; assignment: string }> }

const EditQuizPage = async ({ params }: Props) => {
  const { class: classId, assignment } = await params
  const told = await own(async (viewer) => {
    const view = await classOf(viewer, classId)
    const results = await quizResults(viewer, assignment)
    if (!results.mayChange || results.classId !== classId) throw new Refusal('not-found')
    return { view, results }
  })
  return (
    <Frame>
      <EditQuiz {...told} />
    </Frame>
  )
}
export default page(['setting', 'mock', 'study'], EditQuizPage)
