'use client'
import { t } from '#lib/messages/index.ts'
import { Frame } from './_ui/frame.tsx'
import { Void } from './_ui/void.tsx'

const Broken = ({ reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <Frame>
    <Void broken title={t('lost.brokenTitle')} body={t('lost.brokenBody')}>
      <button type="button" className="btn btn-primary wide" onClick={reset}>
        {t('common.retry')}
      </button>
      <a className="btn btn-quiet btn-small wide" href="/today">
        {t('lost.toToday')}
      </a>
    </Void>
  </Frame>
)
export default Broken
