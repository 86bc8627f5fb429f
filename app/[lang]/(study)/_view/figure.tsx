import type { ReactNode } from 'react'
import { BYTE_ORDER_MARK, csvLine } from '#lib/interchange/index.ts'
import { t } from '#words'
import styles from './figure.module.css'

type Table = { title: string; head: string[]; rows: (string | number)[][] }
type Props = Table & { note: string; children: ReactNode }

const nameOf = (title: string): string =>
  `${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)}.csv`

const asCsv = ({ title, head, rows }: Table): void => {
  const text = BYTE_ORDER_MARK + [head, ...rows].map((row) => csvLine(row)).join('')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = nameOf(title)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}

/** A finding: its title says it, its drawing shows it, and a table gives the figures to whoever wants or needs them. */
export const Figure = ({ title, note, head, rows, children }: Props) => (
  <section className={styles.fig}>
    <h2 className="head">{title}</h2>
    <p className={`label ${styles.note}`}>{note}</p>
    {children}
    <details className={styles.table}>
      <summary className="label">{t('common.showTable')}</summary>
      <div className="table-wrap">
        <table aria-label={title}>
          <thead>
            <tr>
              {head.map((name, column) => (
                <th key={name} scope="col" className={column > 0 ? 'r' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, column) => (
                  <td key={head[column + 1]} className="r">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="btn btn-quiet btn-small" onClick={() => asCsv({ title, head, rows })}>
        {t('common.asCsv')}
      </button>
    </details>
  </section>
)
