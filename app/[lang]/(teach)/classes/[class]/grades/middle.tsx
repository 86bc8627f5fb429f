import { median } from '#lib/base/index.ts'
import { formatNumber, t } from '#words'
import type { BookRow } from './cells.ts'
import styles from './grades.module.css'
import { Mark } from './row.tsx'

const middleOf = (values: readonly (number | null | undefined)[]): number | null => {
  const known = values.filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? null : median([...known])
}

/** The median of each column: half of the class are above it. */
export const Middle = ({ rows, columns, leads }: { rows: readonly BookRow[]; columns: number; leads: boolean }) => (
  <tfoot>
    <tr className={styles.middle}>
      {leads ? <td className={styles.pick} /> : null}
      <th scope="row" className={styles.who}>
        {t('grades.middle')}
      </th>
      {Array.from({ length: columns }, (_, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
        <td key={nth} className="r">
          <Mark
            mark={middleOf(rows.map(({ cells }) => cells[nth]?.[0]))}
            due={middleOf(rows.map(({ cells }) => cells[nth]?.[1]))}
          />
        </td>
      ))}
      <td className="r">{formatNumber(Math.round(middleOf(rows.map(({ week }) => week)) ?? 0))}</td>
      <td />
    </tr>
  </tfoot>
)
