import { page, titled } from '#app/_words/words.tsx'
import { StudyScreen } from './study.tsx'
import './study.css'

export const generateMetadata = titled('study.title')

const StudyPage = () => <StudyScreen />
export default page(['study', 'landing'], StudyPage)
