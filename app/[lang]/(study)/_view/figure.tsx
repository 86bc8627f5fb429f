import type { ReactNode } from 'react'
import { t } from '#words'
import styles from './figure.module.css'

type Props = { title: string; note: string; head: string[]; rows: (string | number)[][]; children: ReactNode }

/** A finding: its title says it, its drawing shows it, and a table gives the figures to whoever wants or needs them. */
export const Figure = ({ title, note, head, rows, children }: Props) => (
  <section className={styles.fig}>
    <h2 className="head">{title}</h2>
    <p className={`label ${styles.note}`}>{note}</p>
    {children}
    <details className={styles.table}>
      <summary className="label">{t('common.showTable')}</summary>
      <div className="table-wrap">
        <table>
          <caption className="sr">{title}</caption>
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
    </details>
  </section>
)
