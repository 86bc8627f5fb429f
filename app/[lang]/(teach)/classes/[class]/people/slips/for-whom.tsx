import { useZone } from '#app/_client/use-zone.ts'
import type { Awaited } from '#lib/server/classes/slips.ts'
import { formatDate, t } from '#words'
import styles from './slips.module.css'

type Props = {
  awaited: readonly Awaited[]
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
}

/** Who has never been in, each to be chosen; whoever has a slip is not chosen by itself. */
export const ForWhom = ({ awaited, chosen, onChosen }: Props) => {
  const zone = useZone(null)
  const all = awaited.every(({ userId }) => chosen.has(userId))
  const toggle = (userId: string) => {
    const next = new Set(chosen)
    if (!next.delete(userId)) next.add(userId)
    onChosen(next)
  }
  return (
    <fieldset className={styles.whom}>
      <legend className="head">{t('roster.choose')}</legend>
      <label className={styles.one}>
        <input
          type="checkbox"
          checked={all}
          onChange={() => onChosen(new Set(all ? [] : awaited.map(({ userId }) => userId)))}
        />
        <strong>{t('roster.everyone')}</strong>
      </label>
      {awaited.map(({ userId, name, login, until }) => (
        <label key={userId} className={styles.one}>
          <input type="checkbox" checked={chosen.has(userId)} onChange={() => toggle(userId)} />
          <span className={styles.who}>
            <bdi>{name}</bdi>
            <span className="label num">
              {t('roster.signsInAs', { login })}
              {until === null ? null : ` · ${t('roster.hasSlip', { date: formatDate(until, 'date', zone) })}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
