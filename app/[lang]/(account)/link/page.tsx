import { page, titled } from '#app/_words/words.tsx'
import { pendingLink } from '#lib/server/door-notes.ts'
import { guestBefore } from '#lib/server/guest-before.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { Onward } from '../_parts/onward.tsx'
import { Link } from './link.tsx'

export const generateMetadata = titled('ways.linkTitle')

/** Asked once, after the sign-in to an account whose e-mail a provider had named: whether the two belong together. */
const LinkPage = async () => {
  const [waiting, guest] = [await pendingLink(), await guestBefore()]
  const onward = guest === null ? '/today' : '/bring'
  if (waiting === null) return <Onward to={onward} />
  const { name, email } = waiting
  return (
    <Door head={t('ways.linkHead', { name })} lede={t('ways.linkLede', { name, email })} closeTo={onward} foot={null}>
      <Link name={name} />
    </Door>
  )
}
export default page(['account', 'ways'], LinkPage)
