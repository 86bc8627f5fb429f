import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { assignableSets } from '#lib/server/classes/assignments.ts'
import { classesOf, classOf } from '#lib/server/classes/read.ts'
import { Refusal } from '#lib/server/errors.ts'
import { own } from '../../../../_parts/own.ts'
import { NewQuiz } from './new.tsx'

export const generateMetadata = titled('setting.heading')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const NewQuizPage = async ({ params }: Props) => {
  const { class: classId } = await params
  const told = await own(async (viewer) => {
    const view = await classOf(viewer, classId)
    if (view.role !== 'instructor' || view.archived) throw new Refusal('not-found')
    const leads = (await classesOf(viewer)).filter((one) => one.role === 'instructor' && !one.archived)
    return { view, sets: await assignableSets(viewer, classId), others: leads.filter((one) => one.classId !== classId) }
  })
  return (
    <Frame>
      <NewQuiz {...told} />
    </Frame>
  )
}
export default page(['setting', 'mock', 'study'], NewQuizPage)
