import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { PlanScreen } from './plan.tsx'

export const generateMetadata = titled('plan.title')

const PlanPage = () => (
  <Frame current="plan">
    <PlanScreen />
  </Frame>
)
export default page(['plan', 'landing'], PlanPage)
