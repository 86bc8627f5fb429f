import { redirect } from 'next/navigation'
import { page, titled } from '#app/_words/words.tsx'
import { pendingLink } from '#lib/server/door-notes.ts'
import { guestBefore } from '#lib/server/guest-before.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { Arrive } from './arrive.tsx'

export const generateMetadata = titled('ways.arriveTitle')

/** Where a provider's sign-in ends: the server knows who is here, this device does not yet. */
const ArrivePage = async () => {
  if ((await currentViewer()) === null) redirect('/sign-in')
  const [waiting, guest] = [await pendingLink(), await guestBefore()]
  const onward = guest === null ? '/today' : '/bring'
  return (
    <Door head={t('ways.arriveHead')} lede={t('ways.arriveLede')} closeTo="/today" foot={null}>
      <Arrive onward={waiting === null ? onward : '/link'} />
    </Door>
  )
}
export default page(['account'], ArrivePage)
