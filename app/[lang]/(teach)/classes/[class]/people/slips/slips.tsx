'use client'
import { useState } from 'react'
import type { Awaited, Slip } from '#lib/server/classes/slips.ts'
import { t } from '#words'
import styles from '../../../classes.module.css'
import { useDoing } from '../../doing.ts'
import { makeSlipsAction } from '../actions.ts'
import { ForWhom } from './for-whom.tsx'
import { Printed } from './printed.tsx'

/** Under these names every device finds itself. */
const isLocal = (host: string): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)

type Props = {
  classId: string
  title: string
  awaited: readonly Awaited[]
  /** Where others reach this Footnote, where that was set; else as it was opened here. */
  site: string | null
}

/** For whom slips are made, and then the slips themselves, which are shown this once. */
export const Slips = ({ classId, title, awaited, site }: Props) => {
  const { does, trouble, busy } = useDoing()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(awaited.flatMap(({ userId, until }) => (until === null ? [userId] : []))),
  )
  const [slips, setSlips] = useState<readonly Slip[]>([])
  const make = () =>
    does(
      () => makeSlipsAction({ classId, userIds: [...chosen] }),
      (made) => setSlips(made as Slip[]),
    )
  if (slips.length > 0) {
    const origin = site ?? location.origin
    const { hostname, host } = new URL(origin)
    return (
      <>
        <div className={styles.page} data-not-printed>
          {isLocal(hostname) ? <p className="note">{t('roster.localhost', { host })}</p> : null}
          <p role="status">
            <strong>{t('roster.shownOnce')}</strong>
          </p>
          {slips.length < chosen.size ? <p>{t('roster.gotNone', { n: chosen.size - slips.length })}</p> : null}
          <button type="button" className="btn btn-primary wide" onClick={() => print()}>
            {t('roster.print')}
          </button>
        </div>
        <Printed slips={slips} title={title} origin={origin} />
      </>
    )
  }
  if (awaited.length === 0) return <p className={`muted ${styles.page}`}>{t('roster.slipsNobody')}</p>
  return (
    <div className={styles.page} aria-busy={busy}>
      <p className="lede">{t('roster.slipsLede')}</p>
      <ForWhom awaited={awaited} chosen={chosen} onChosen={setChosen} />
      <p className="label">{t('roster.endsOld')}</p>
      <p className="problem" role="alert">
        {trouble}
      </p>
      <button
        type="button"
        className="btn btn-primary wide"
        disabled={chosen.size === 0}
        aria-busy={busy}
        onClick={make}
      >
        {chosen.size === 0 ? t('roster.chooseSome') : t('roster.makeSlips', { n: chosen.size })}
      </button>
    </div>
  )
}
