import { page, titled } from '#app/_words/words.tsx'
import { guestBefore } from '#lib/server/guest-before.ts'
import { guestWork } from '#lib/server/merge.ts'
import { ownAccount } from '#lib/server/own-account.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { Onward } from '../_parts/onward.tsx'
import { Bring } from './bring.tsx'

export const generateMetadata = titled('account.bringTitle')

/** Asked once, after coming in where another guest has studied: whose that guest's answers are to be. */
const BringPage = async () => {
  const [viewer, guest] = [await currentViewer(), await guestBefore()]
  if (viewer === null || guest === null || viewer.userId === guest.userId) return <Onward to="/today" />
  const [{ answers, documents }, account] = await Promise.all([guestWork(guest), ownAccount(viewer)])
  if (answers + documents === 0) return <Onward to="/today" />
  const name = viewer.kind === 'member' ? (account.name ?? account.email ?? '') : null
  const found = [
    ...(answers > 0 ? [t('account.bringAnswers', { n: answers })] : []),
    ...(documents > 0 ? [t('account.bringDocuments', { n: documents })] : []),
  ].join(' ')
  const lede = name === null ? t('enter.bringGuestLede') : t('account.bringLede', { name })
  return (
    <Door head={t('account.bringHead')} lede={`${found} ${lede}`} closeTo="/today" foot={null}>
      <Bring name={name} guestId={guest.userId} ownId={viewer.userId} />
    </Door>
  )
}
export default page(['account', 'enter'], BringPage)
