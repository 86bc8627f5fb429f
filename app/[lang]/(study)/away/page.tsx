import { Frame } from '#app/_ui/frame.tsx'
import { Void } from '#app/_ui/void.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { t } from '#words'

export const generateMetadata = titled('saved.awayTitle')

/** Shown in place of a page that is not on the device, where there is no network. */
const AwayPage = () => (
  <Frame current="today">
    <Void title={t('saved.awayTitle')} body={t('saved.awayBody')}>
      <a className="btn btn-primary wide" href="/study">
        {t('today.start')}
      </a>
      <a className="btn btn-quiet btn-small wide" href="/today">
        {t('lost.toToday')}
      </a>
    </Void>
  </Frame>
)
export default page([], AwayPage)
