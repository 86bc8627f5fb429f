import { Frame } from '#app/_ui/frame.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { DocumentsScreen } from './documents.tsx'

export const generateMetadata = titled('documents.title')

const DocumentsPage = () => (
  <Frame current="documents">
    <DocumentsScreen />
  </Frame>
)
export default page(['documents', 'landing'], DocumentsPage)
