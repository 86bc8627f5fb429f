import type { Metadata } from 'next'
import { t } from '#lib/messages/index.ts'
import { StudyScreen } from './study.tsx'
import './study.css'

export const metadata: Metadata = { title: t('study.title') }

const StudyPage = () => <StudyScreen />
export default StudyPage
