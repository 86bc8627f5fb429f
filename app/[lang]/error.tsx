'use client'
import { Void } from '#app/_ui/void.tsx'
import { t } from '#words'

const Broken = ({ reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <main className="page">
    <Void broken title={t('lost.brokenTitle')} body={t('lost.brokenBody')}>
      <button type="button" className="btn btn-primary wide" onClick={reset}>
        {t('lost.retry')}
      </button>
      <a className="btn btn-quiet btn-small wide" href="/today">
        {t('lost.toToday')}
      </a>
    </Void>
  </main>
)
export default Broken
