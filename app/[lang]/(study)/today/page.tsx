import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { TodayScreen } from './today.tsx'

export const generateMetadata = titled('today.title')

const TodayPage = () => (
  <Frame current="today">
    <TodayScreen />
  </Frame>
)
export default page(['today', 'due', 'plan', 'saved', 'landing'], TodayPage)
