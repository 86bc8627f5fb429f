import { redirect } from 'next/navigation'
import { page, titled } from '#app/_words/words.tsx'
import { liveState } from '#lib/server/quizzes/live/state.ts'
import { own } from '../../_parts/own.ts'
import { LiveScreen } from './live.tsx'
import '../../../(study)/study/study.css'

export const generateMetadata = titled('live.title')

type Props = { readonly params: Promise<{ lang: string; assignment: string }> }

const LivePage = async ({ params }: Props) => {
  const { assignment } = await params
  const state = await own((viewer) => liveState(viewer, assignment))
  if (state.teaching !== null) redirect(`/classes/${state.classId}/live/${assignment}`)
  return <LiveScreen first={state} />
}
export default page(['live', 'study', 'landing'], LivePage)
