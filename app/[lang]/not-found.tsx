import { Frame } from '#app/_ui/frame.tsx'
import { Void } from '#app/_ui/void.tsx'
import { t } from '#words'

const NotFound = () => (
  <Frame>
    <Void title={t('lost.notFoundTitle')} body={t('lost.notFoundBody')}>
      <a className="btn btn-primary wide" href="/today">
        {t('lost.toToday')}
      </a>
      <a className="btn btn-quiet btn-small wide" href="/">
        {t('lost.toStart')}
      </a>
    </Void>
  </Frame>
)
export default NotFound
