import type { ReactNode } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { formatDate, t } from '#words'
import type { BookColumn } from './cells.ts'
import styles from './grades.module.css'
import { type Sorting, type SortKey, turned } from './order.ts'

type HeadProps = {
  name: string
  sortKey: SortKey
  sorting: Sorting
  sort: (to: Sorting) => void
  className?: string | undefined
  language?: string | null
  children?: ReactNode
}

const Head = ({ name, sortKey, sorting, sort, className, language, children }: HeadProps) => {
  const is = sorting.key === sortKey
  return (
    <th
      scope="col"
      className={className}
      {...(is ? { 'aria-sort': sorting.down ? ('descending' as const) : ('ascending' as const) } : {})}
    >
      <button type="button" className={styles.sort} onClick={() => sort(turned(sorting, sortKey))}>
        <span {...(language ? tongueOf(language) : {})}>{name}</span>
        <span aria-hidden="true" className={styles.way}>
          {is ? (sorting.down ? '↓' : '↑') : ''}
        </span>
      </button>
      {children}
    </th>
  )
}

const dayWord = (date: string): string => formatDate(Date.parse(`${date}T00:00:00Z`), 'short', 'UTC')

const under = ({ kind, date, closesAt }: BookColumn): string => {
  if (kind === 'study') return date ? t('grades.until', { date: dayWord(date) }) : ''
  const word = t(kind === 'live' ? 'grades.liveHead' : 'grades.quizHead')
  return closesAt === null ? word : `${word} · ${formatDate(closesAt, 'short', 'UTC')}`
}

type Props = {
  classId: string
  columns: readonly BookColumn[]
  sorting: Sorting
  sort: (to: Sorting) => void
  leads: boolean
  everyone: boolean
  onEveryone: (on: boolean) => void
}

/** The heads of the gradebook, each of which puts the rows in order. */
export const Heads = ({ classId, columns, sorting, sort, leads, everyone, onEveryone }: Props) => (
  <thead>
    <tr>
      {leads ? (
        <td className={styles.pick}>
          <label>
            <input
              type="checkbox"
              aria-label={t('grades.pickAll')}
              checked={everyone}
              onChange={({ target }) => onEveryone(target.checked)}
            />
          </label>
        </td>
      ) : null}
      <Head name={t('grades.name')} sortKey="name" {...{ sorting, sort }} className={styles.who} />
      {columns.map((column, nth) => (
        <Head
          key={column.assignmentId}
          name={column.title}
          language={column.language}
          sortKey={nth}
          {...{ sorting, sort }}
          className={`r ${styles.head}`}
        >
          <a
            className={styles.under}
            href={`/classes/${classId}/${column.kind === 'study' ? 'facts' : 'quiz'}/${column.assignmentId}`}
          >
            {under(column)}
          </a>
        </Head>
      ))}
      <Head name={t('grades.week')} sortKey="week" {...{ sorting, sort }} className="r" />
      <Head name={t('grades.last')} sortKey="last" {...{ sorting, sort }} className="r" />
    </tr>
  </thead>
)
