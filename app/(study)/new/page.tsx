import type { Metadata } from 'next'
import { Frame } from '#app/_ui/frame.tsx'
import { t } from '#lib/messages/index.ts'
import { NewScreen } from './new.tsx'

export const metadata: Metadata = { title: t('paste.title') }

const NewPage = () => (
  <Frame current="documents">
    <NewScreen />
  </Frame>
)
export default NewPage
