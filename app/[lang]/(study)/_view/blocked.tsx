import { Void } from '#app/_ui/void.tsx'
import { t } from '#words'

/** The browser keeps its storage closed. */
const Blocked = () => (
  <Void broken title={t('common.blockedTitle')} body={t('common.blockedBody')}>
    <button type="button" className="btn btn-primary wide" onClick={() => location.reload()}>
      {t('common.retry')}
    </button>
  </Void>
)
export default Blocked
