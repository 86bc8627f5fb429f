import { Start } from '#app/_ui/start.tsx'
import { Void } from '#app/_ui/void.tsx'
import { t } from '#words'

/** Nobody has started on this device. */
const Nobody = () => (
  <Void title={t('common.nobodyTitle')} body={t('common.nobodyBody')}>
    <Start className="start" />
    <a className="btn btn-quiet btn-small wide" href="/sign-in">
      {t('landing.signIn')}
    </a>
  </Void>
)
export default Nobody
