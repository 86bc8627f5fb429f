import { page, titled } from '#app/_words/words.tsx'
import { QuizScreen } from './quiz.tsx'
import '../study/study.css'

export const generateMetadata = titled('quiz.title')

const QuizPage = () => <QuizScreen />
export default page(['quiz', 'mock', 'study', 'landing'], QuizPage)
