import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { classOf } from '#lib/server/classes/read.ts'
import { own } from '../../_parts/own.ts'
import { ClassScreen } from './class.tsx'

export const generateMetadata = titled('classes.one')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const ClassPage = async ({ params }: Props) => {
  const { class: classId } = await params
  const view = await own((viewer) => classOf(viewer, classId))
  return (
    <Frame>
      <ClassScreen view={view} />
    </Frame>
  )
}
export default page(['classes'], ClassPage)
