import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { assignableSets, assignedIn, assignmentsIn } from '#lib/server/classes/assignments.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { own } from '../../_parts/own.ts'
import { ClassScreen } from './class.tsx'

export const generateMetadata = titled('classes.one')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const ClassPage = async ({ params }: Props) => {
  const { class: classId } = await params
  const told = await own(async (viewer) => {
    const view = await classOf(viewer, classId)
    if (!view.teaching) return { view, wanted: await assignedIn(viewer, classId), assigned: null, sets: [] }
    const [assigned, sets] = [await assignmentsIn(viewer, classId), await assignableSets(viewer)]
    return { view, wanted: [], assigned, sets }
  })
  return (
    <Frame>
      <ClassScreen {...told} />
    </Frame>
  )
}
export default page(['classes'], ClassPage)
