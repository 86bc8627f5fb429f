import { page, titled } from '#app/_words/words.tsx'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import parts from '../_parts/parts.module.css'
import { MakeCode } from './make-code.tsx'

export const generateMetadata = titled('enter.moveTitle')

const Way = ({ href, words }: { href: string; words: string }) => (
  <a className={`btn btn-primary wide ${parts.form}`} href={href}>
    {words}
  </a>
)

/** How a guest comes to another device, as nobody can sign in to a guest. */
const MovePage = async () => {
  const viewer = await currentViewer()
  if (viewer === null)
    return (
      <Door head={t('enter.makeNobodyHead')} lede={t('enter.makeNobodyLede')} closeTo="/" foot={null}>
        <Way href="/enter" words={t('enter.typeCode')} />
      </Door>
    )
  if (viewer.kind === 'member')
    return (
      <Door head={t('enter.makeMemberHead')} lede={t('enter.makeMemberLede')} closeTo="/settings" foot={null}>
        <Way href="/today" words={t('account.backToToday')} />
      </Door>
    )
  return (
    <Door head={t('enter.makeHead')} lede={t('enter.makeLede')} closeTo="/settings" foot={null}>
      <MakeCode />
    </Door>
  )
}
export default page(['account', 'enter'], MovePage)
