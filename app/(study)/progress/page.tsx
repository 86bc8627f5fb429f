import type { Metadata } from 'next'
import { Frame } from '#app/_ui/frame.tsx'
import { t } from '#lib/messages/index.ts'
import { ProgressScreen } from './progress.tsx'

export const metadata: Metadata = { title: t('progress.title') }

const ProgressPage = () => (
  <Frame current="progress">
    <ProgressScreen />
  </Frame>
)
export default ProgressPage
