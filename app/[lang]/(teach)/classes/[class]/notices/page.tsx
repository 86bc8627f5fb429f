import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { noticeForm } from '#lib/server/classes/notice-form.ts'
import { noticesIn } from '#lib/server/classes/notices-read.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { own } from '../../../_parts/own.ts'
import { ClassHead } from '../head.tsx'
import { Notices } from './notices.tsx'

export const generateMetadata = titled('notices.title')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const NoticesPage = async ({ params }: Props) => {
  const { class: classId } = await params
  const { view, form, notices } = await own(async (viewer) => ({
    view: await classOf(viewer, classId),
    form: await noticeForm(viewer, classId),
    notices: await noticesIn(viewer, classId),
  }))
  return (
    <Frame>
      <ClassHead view={view} current="notices" />
      <Notices classId={classId} archived={view.archived} form={form} notices={notices} />
    </Frame>
  )
}
export default page(['classes', 'notices'], NoticesPage)
