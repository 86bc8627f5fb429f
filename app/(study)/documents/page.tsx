import type { Metadata } from 'next'
import { Frame } from '#app/_ui/frame.tsx'
import { t } from '#lib/messages/index.ts'
import { DocumentsScreen } from './documents.tsx'

export const metadata: Metadata = { title: t('documents.title') }

const DocumentsPage = () => (
  <Frame current="documents">
    <DocumentsScreen />
  </Frame>
)
export default DocumentsPage
