import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { t } from '#lib/messages/index.ts'
import { guestBefore } from '#lib/server/guest-before.ts'
import { guestWork } from '#lib/server/merge.ts'
import { ownAccount } from '#lib/server/own-account.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { Door } from '../_parts/door.tsx'
import { Bring } from './bring.tsx'

export const metadata: Metadata = { title: t('account.bringTitle') }

/** Asked once, after signing in where a guest has studied: whose the guest's answers are to be. */
const BringPage = async () => {
  const [viewer, guest] = [await currentViewer(), await guestBefore()]
  if (viewer?.kind !== 'member' || guest === null) redirect('/today')
  const [{ answers, documents }, account] = await Promise.all([guestWork(guest), ownAccount(viewer)])
  if (answers + documents === 0) redirect('/today')
  const name = account.name ?? account.email ?? ''
  const found = [
    ...(answers > 0 ? [t('account.bringAnswers', { n: answers })] : []),
    ...(documents > 0 ? [t('account.bringDocuments', { n: documents })] : []),
  ].join(' ')
  return (
    <Door
      head={t('account.bringHead')}
      lede={`${found} ${t('account.bringLede', { name })}`}
      closeTo="/today"
      foot={null}
    >
      <Bring name={name} guestId={guest.userId} memberId={viewer.userId} />
    </Door>
  )
}
export default BringPage
