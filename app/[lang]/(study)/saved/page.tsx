import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { SavedScreen } from './saved.tsx'

export const generateMetadata = titled('saved.title')

const SavedPage = () => (
  <Frame current="today">
    <SavedScreen />
  </Frame>
)
export default page(['saved', 'landing'], SavedPage)
