import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { ProgressScreen } from './progress.tsx'

export const generateMetadata = titled('progress.title')

const ProgressPage = () => (
  <Frame current="progress">
    <ProgressScreen />
  </Frame>
)
export default page(['progress', 'plan', 'cards', 'landing'], ProgressPage)
