import { page, titled } from '#app/_words/words.tsx'
import { MockScreen } from './mock.tsx'
import '../study/study.css'

export const generateMetadata = titled('mock.title')

const MockPage = () => <MockScreen />
export default page(['mock', 'study', 'landing'], MockPage)
