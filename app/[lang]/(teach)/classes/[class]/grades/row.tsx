import { Icon } from '#app/_ui/icons.tsx'
import { formatDate, formatNumber, formatPercent, t } from '#words'
import { type BookCell, type BookRow, GOING, WAITING } from './cells.ts'
import styles from './grades.module.css'

const DAY = 86_400_000
/** Where there is no figure. */
export const NONE = '–'

/** A mark as a figure and a small bar; of study, under it what would be recalled on the day. */
export const Mark = ({ mark, due }: { mark: number | null; due: number | null }) =>
  mark === null ? (
    NONE
  ) : (
    <span className={styles.mark}>
      <strong>{formatPercent(mark)}</strong>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${mark * 100}%` }} />
      </span>
      {due === null ? null : <span className="label">{t('grades.onDay', { share: formatPercent(due) })}</span>}
    </span>
  )

const said = (state: number): string[] => [
  ...(state & GOING ? [t('grades.going')] : []),
  ...(state & WAITING ? [t('grades.waiting')] : []),
]

const Cell = ({ cell }: { cell: BookCell | null }) => {
  if (cell === null)
    return (
      <td className="r">
        <span className="sr">{t('grades.notTheirs')}</span>
      </td>
    )
  const [mark, due, state] = cell
  const words = said(state)
  return (
    <td className="r">
      <span className={styles.mark}>
        {mark === null && words.length > 0 ? null : <Mark mark={mark} due={due} />}
        {words.length > 0 ? <span className="label">{words.join(' · ')}</span> : null}
      </span>
    </td>
  )
}

type Props = { classId: string; row: BookRow; leads: boolean; chosen: boolean; onChoose: (on: boolean) => void }

/** One learner of the gradebook. */
export const Row = ({ classId, row, leads, chosen, onChoose }: Props) => {
  const { userId, name, isGuest, week, lastDay, cells, words } = row
  const [first, ...more] = words
  return (
    <tr>
      {leads ? (
        <td className={styles.pick}>
          <label>
            <input
              type="checkbox"
              aria-label={t('grades.pick', { name })}
              checked={chosen}
              onChange={({ target }) => onChoose(target.checked)}
            />
          </label>
        </td>
      ) : null}
      <th scope="row" className={styles.who}>
        <a href={`/classes/${classId}/learners/${userId}`}>
          <bdi>{name}</bdi>
        </a>
        {isGuest ? <span className="label">{t('grades.guest')}</span> : null}
        {first === undefined ? null : (
          <span className={`chip is-wrong-ink ${styles.word}`}>
            <Icon name="flag" small />
            <span>
              {first}
              {more.length > 0 ? `, ${t('grades.wordMore', { n: more.length })}` : ''}
            </span>
          </span>
        )}
      </th>
      {cells.map((cell, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column's, and columns stay where they are
        <Cell key={nth} cell={cell} />
      ))}
      <td className="r">{formatNumber(week)}</td>
      <td className="r">{lastDay === null ? NONE : formatDate(lastDay * DAY, 'short', 'UTC')}</td>
    </tr>
  )
}
