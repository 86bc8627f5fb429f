'use client'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { FormTrouble } from '../_parts/field.tsx'
import parts from '../_parts/parts.module.css'
import type { Trouble } from '../_parts/send.ts'
import { useHead } from './use-head.ts'

/** A link that was used, is too old or was never made, and the ways on. */
export const Over = ({ closeTo, typeCode }: { closeTo: string; typeCode: () => void }) => (
  <Door
    head={t('enter.overHead')}
    lede={t('enter.overLede')}
    closeTo={closeTo}
    headRef={useHead()}
    foot={<p className="label">{t('enter.overAsk')}</p>}
  >
    <div className={`stack ${parts.form}`}>
      <a className="btn btn-primary wide" href="/sign-in">
        {t('account.signIn')}
      </a>
      <a className="btn btn-line wide" href="/forgot">
        {t('enter.newPassword')}
      </a>
      <button type="button" className="btn btn-quiet wide" onClick={typeCode}>
        {t('enter.typeCode')}
      </button>
    </div>
  </Door>
)

type StuckProps = { closeTo: string; trouble: Trouble; again: () => void }

/** The server could not be asked, or has been asked too often: the link is as good as before. */
export const Stuck = ({ closeTo, trouble, again }: StuckProps) => (
  <Door head={t('enter.stuckHead')} lede={t('enter.stuckLede')} closeTo={closeTo} foot={null} headRef={useHead()}>
    <div className={`stack ${parts.form}`}>
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-primary wide" onClick={again}>
        {t('common.retry')}
      </button>
    </div>
  </Door>
)
