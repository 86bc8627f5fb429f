import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { NewScreen } from './new.tsx'

export const generateMetadata = titled('paste.title')

const NewPage = () => (
  <Frame current="documents">
    <NewScreen />
  </Frame>
)
export default page(['landing', 'paste'], NewPage)
