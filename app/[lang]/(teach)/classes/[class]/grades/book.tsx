'use client'
import { useState } from 'react'
import { Segments } from '#app/_ui/controls.tsx'
import type { AssignableSet } from '#lib/server/classes/assignments.ts'
import { t } from '#words'
import type { BookColumn, BookRow } from './cells.ts'
import styles from './grades.module.css'
import { Heads } from './heads.tsx'
import { Middle } from './middle.tsx'
import { ordered, type Sorting } from './order.ts'
import { Row } from './row.tsx'
import { SetFor } from './set-for.tsx'

/** Rows that are drawn before anybody asks for more. */
const SHOWN = 40

type Props = {
  classId: string
  columns: readonly BookColumn[]
  /** By name. */
  rows: readonly BookRow[]
  /** Whether the viewer may assign. */
  leads: boolean
  sets: readonly AssignableSet[]
}

/** What the class has of what it was assigned, a row a learner. */
export const Book = ({ classId, columns, rows, leads, sets }: Props) => {
  const [sorting, sort] = useState<Sorting>({ key: 'name', down: false })
  const [only, setOnly] = useState<'all' | 'word'>('all')
  const [all, showAll] = useState(false)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const wanted = ordered(only === 'word' ? rows.filter(({ words }) => words.length > 0) : rows, sorting)
  const shown = all ? wanted : wanted.slice(0, SHOWN)
  const pick = (userIds: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const userId of userIds) on ? next.add(userId) : next.delete(userId)
    choose(next)
  }
  return (
    <>
      <div className={styles.tools}>
        <Segments
          legend={t('grades.filter')}
          options={[
            ['all', t('grades.filterAll')],
            ['word', t('grades.filterWord')],
          ]}
          value={only}
          onChange={setOnly}
        />
        <span className={styles.files}>
          {(['xlsx', 'csv'] as const).map((format) => (
            <a
              key={format}
              className="btn btn-line btn-small"
              href={`/api/classes/${classId}/grades?format=${format}`}
              download
            >
              {t(format === 'csv' ? 'grades.csv' : 'grades.xlsx')}
            </a>
          ))}
        </span>
      </div>
      {leads && chosen.size > 0 ? (
        <SetFor {...{ classId, sets }} userIds={[...chosen]} onDone={() => choose(new Set())} />
      ) : null}
      {wanted.length === 0 ? (
        <p className="muted">{t('grades.nobodyShown')}</p>
      ) : (
        <section className={`table-wrap ${styles.wrap}`} aria-label={t('grades.table')}>
          <table className={styles.table}>
            <Heads
              {...{ classId, columns, sorting, sort, leads }}
              everyone={shown.every(({ userId }) => chosen.has(userId))}
              onEveryone={(on) =>
                pick(
                  shown.map(({ userId }) => userId),
                  on,
                )
              }
            />
            <tbody>
              {shown.map((row) => (
                <Row
                  key={row.userId}
                  {...{ classId, row, leads }}
                  chosen={chosen.has(row.userId)}
                  onChoose={(on) => pick([row.userId], on)}
                />
              ))}
            </tbody>
            <Middle rows={wanted} columns={columns.length} leads={leads} />
          </table>
        </section>
      )}
      {shown.length < wanted.length ? (
        <p>
          <button type="button" className="btn btn-quiet btn-small" onClick={() => showAll(true)}>
            {t('grades.show', { n: wanted.length - shown.length })}
          </button>
        </p>
      ) : null}
      <p className="label">{t('grades.studyMark')}</p>
    </>
  )
}
