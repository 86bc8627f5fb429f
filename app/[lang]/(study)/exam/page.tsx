import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { ExamScreen } from './exam.tsx'

export const generateMetadata = titled('plan.setUp')

const ExamPage = () => (
  <Frame current="plan">
    <ExamScreen />
  </Frame>
)
export default page(['plan', 'landing'], ExamPage)
