'use client'
import { useEffect, useRef, useState } from 'react'
import { inSlices } from '#app/_client/in-slices.ts'
import { useAlive } from '#app/_client/index.ts'
import { fetchJson, WireError } from '#lib/client/wire.ts'
import type { ClassAhead, ClassSoFar } from '#lib/gradebook/index.ts'
import { formatNumber, formatPercent, t } from '#words'
import classes from '../classes.module.css'
import styles from './forecast.module.css'

/** Learners who are shown before anybody asks for more. */
const SHOWN = 10
/** So that a range of nothing can be seen. */
const THIN = 0.008

type Spread = { readonly low: number; readonly high: number; readonly idle: number }

const rangeOf = ({ low, high }: Pick<Spread, 'low' | 'high'>): string => {
  const from = Math.round(low * 100)
  const to = formatPercent(high)
  return from === Math.round(high * 100) ? to : `${formatNumber(from)}–${to}`
}

const Band = ({ low, high, idle }: Spread) => (
  <span className={styles.band} aria-hidden="true">
    <i style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${Math.max(THIN, high - low) * 100}%` }} />
    <b style={{ insetInlineStart: `${Math.min(1 - THIN, idle) * 100}%` }} />
  </span>
)

const Rows = ({ learners }: Pick<ClassAhead, 'learners'>) => (
  <ul className={styles.rows}>
    {learners.map(({ userId, name, ...spread }) => (
      <li key={userId}>
        <bdi>{name ?? t('classes.nameless')}</bdi>
        <Band {...spread} />
        <span className="label num">{rangeOf(spread)}</span>
      </li>
    ))}
  </ul>
)

type Reckoned = { readonly ahead: ClassAhead; readonly all: number }

const Ahead = ({ ahead: { middle, learners }, all }: Reckoned) => (
  <div className={styles.ahead}>
    <p role="status">
      {t('classes.aheadMiddle', { range: rangeOf(middle) })}
      {learners.length < all ? ` ${t('classes.aheadSome', { n: learners.length, all })}` : ''}
    </p>
    <p className="label">{t('classes.aheadKey')}</p>
    <Rows learners={learners.slice(0, SHOWN)} />
    {learners.length > SHOWN ? (
      <details>
        <summary className={`label ${classes.more}`}>{t('classes.aheadMore', { n: learners.length - SHOWN })}</summary>
        <Rows learners={learners.slice(SHOWN)} />
      </details>
    ) : null}
  </div>
)

type Props = { classId: string; assignmentId: string }

/** What a class would recall on the day if each of it went on as of late: reckoned on this device, when it is asked for. */
export const Forecast = ({ classId, assignmentId }: Props) => {
  const alive = useAlive()
  const [share, setShare] = useState<number | null>(null)
  const [reckoned, setReckoned] = useState<Reckoned | null>(null)
  const [trouble, setTrouble] = useState('')
  const wanted = useRef(true)
  useEffect(() => {
    wanted.current = true
    return () => {
      wanted.current = false
    }
  }, [])
  const reckon = async () => {
    setShare(0)
    setTrouble('')
    try {
      const path = `/api/classes/${classId}/ahead?assignment=${assignmentId}`
      const so = (await fetchJson(path)) as ClassSoFar
      // Only who asks for it fetches what reckons it.
      const { classAhead } = await import('#lib/gradebook/index.ts')
      const ahead = await inSlices(classAhead(so), () => wanted.current, setShare)
      if (ahead) setReckoned({ ahead, all: so.all })
    } catch (cause) {
      const said = cause instanceof WireError && cause.fault !== 'offline' ? cause.message : t('common.noConnection')
      setTrouble(said)
    } finally {
      setShare(null)
    }
  }
  if (reckoned) return <Ahead {...reckoned} />
  return (
    <div className={styles.ask}>
      {share === null ? (
        <button type="button" className="btn btn-line btn-small" disabled={!alive} onClick={() => void reckon()}>
          {t('classes.ahead')}
        </button>
      ) : (
        <progress max={1} value={share} aria-label={t('classes.aheadReckoning')} />
      )}
      <p className="problem" role="alert">
        {trouble}
      </p>
    </div>
  )
}
