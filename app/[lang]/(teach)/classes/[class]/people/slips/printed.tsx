import { useZone } from '#app/_client/use-zone.ts'
import type { Slip } from '#lib/server/classes/slips.ts'
import { formatDate, t } from '#words'
import { Square } from '../../square.tsx'
import styles from './slips.module.css'

/** Twelve letters as they are read out and typed. */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

type Props = { slips: readonly Slip[]; title: string; origin: string }

/** Slips to be cut apart: who it is for, the way in by a camera or by typing, and what comes afterwards. */
export const Printed = ({ slips, title, origin }: Props) => {
  const zone = useZone(null)
  const address = `${origin}/enter`
  return (
    <ul className={styles.slips}>
      {slips.map(({ userId, name, login, code, until }) => (
        <li key={userId} className={styles.slip}>
          <div className={styles.said}>
            <p className={styles.title}>
              <bdi>{title}</bdi>
            </p>
            <h2 className={styles.name}>
              <bdi>{name}</bdi>
            </h2>
            <dl className={styles.pairs}>
              <dt>{t('roster.slipOpen')}</dt>
              <dd dir="ltr">{address.replace(/^https?:\/\//, '')}</dd>
              <dt>{t('roster.slipCode')}</dt>
              <dd dir="ltr" className={styles.code}>
                {spaced(code)}
              </dd>
              <dt>{t('roster.slipLogin')}</dt>
              <dd dir="ltr">{login}</dd>
            </dl>
            <p className={styles.until}>{t('roster.slipUntil', { date: formatDate(until, 'date', zone) })}</p>
          </div>
          <Square address={`${address}#${code}`} label={t('roster.square', { address })} />
        </li>
      ))}
    </ul>
  )
}
