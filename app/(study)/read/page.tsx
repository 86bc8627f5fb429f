import type { Metadata } from 'next'
import { t } from '#lib/messages/index.ts'
import { ReaderScreen } from './reader.tsx'

export const metadata: Metadata = { title: t('reader.title') }

const ReaderPage = () => <ReaderScreen />
export default ReaderPage
