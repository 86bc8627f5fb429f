import { page, titled } from '#app/_words/words.tsx'
import { ReaderScreen } from './reader.tsx'

export const generateMetadata = titled('reader.title')

const ReaderPage = () => <ReaderScreen />
export default page(['reader', 'landing'], ReaderPage)
