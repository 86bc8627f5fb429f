import type { Metadata } from 'next'
import { Frame } from '#app/_ui/frame.tsx'
import { t } from '#lib/messages/index.ts'
import { TodayScreen } from './today.tsx'

export const metadata: Metadata = { title: t('today.title') }

const TodayPage = () => (
  <Frame current="today">
    <TodayScreen />
  </Frame>
)
export default TodayPage
