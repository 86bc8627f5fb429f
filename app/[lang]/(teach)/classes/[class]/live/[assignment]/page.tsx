import { notFound, redirect } from 'next/navigation'
import { page, titled } from '#app/_words/words.tsx'
import { liveState } from '#lib/server/quizzes/live/state.ts'
import { own } from '../../../../_parts/own.ts'
import { BigScreen } from './big-screen.tsx'
import '../../../../../(study)/study/study.css'

export const generateMetadata = titled('live.title')

type Props = { readonly params: Promise<{ lang: string; class: string; assignment: string }> }

const BigScreenPage = async ({ params }: Props) => {
  const { class: classId, assignment } = await params
  const state = await own((viewer) => liveState(viewer, assignment))
  if (state.classId !== classId) notFound()
  if (state.teaching === null) redirect(`/live/${assignment}`)
  return <BigScreen first={state} />
}
export default page(['live', 'study', 'landing'], BigScreenPage)
