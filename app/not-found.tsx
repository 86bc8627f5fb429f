import { t } from '#lib/messages/index.ts'
import { Frame } from './_ui/frame.tsx'
import { Void } from './_ui/void.tsx'

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
