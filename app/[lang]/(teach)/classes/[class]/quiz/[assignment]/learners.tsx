'use client'
import { useState } from 'react'
import type { QuizLearner, QuizResults } from '#lib/server/quizzes/results.ts'
import { formatNumber, formatPercent, t } from '#words'
import type { Does } from '../../doing.ts'
import { Extend } from './extend.tsx'
import styles from './results.module.css'

const STATES = { none: 'results.stateNone', 'under-way': 'results.stateBusy', done: 'results.stateDone' } as const

const minutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000))

const hasMore = ({ allowance: { closesAt, extraMinutes, extraAttempts } }: QuizLearner): boolean =>
  closesAt !== null || extraMinutes > 0 || extraAttempts > 0

type Props = { results: QuizResults; does: Does; moment: (at: number) => string }

/** Everyone in the class with what they did, the mark drawn beside its figure. */
export const Learners = ({ results, does, moment }: Props) => {
  const [open, setOpen] = useState<string | null>(null)
  const { learners, mayChange, kind, rules } = results
  if (learners.length === 0) return null
  const extended = learners.find(({ userId }) => userId === open)
  const gives = mayChange && kind === 'quiz'
  return (
    <section className="section" aria-labelledby="learners">
      <h2 className="head" id="learners">
        {t('results.learners')}
      </h2>
      <div className="table-wrap">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('classes.learnerHead')}</th>
              <th scope="col">{t('results.markHead')}</th>
              <th scope="col" className="r">
                {t('results.attemptsHead')}
              </th>
              <th scope="col" className="r">
                {t('results.tookHead')}
              </th>
              <th scope="col">{t('results.stateHead')}</th>
              {gives ? (
                <th scope="col">
                  <span className="sr">{t('results.extend')}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {learners.map((one) => (
              <tr key={one.userId}>
                <th scope="row">
                  <bdi>{one.name ?? t('classes.nameless')}</bdi>
                </th>
                <td className={styles.mark}>
                  {one.grade === null ? (
                    '–'
                  ) : (
                    <>
                      <span className="num">{formatPercent(one.grade)}</span>
                      <i aria-hidden="true">
                        <b
                          className={rules.pass !== null && one.grade < rules.pass ? styles.below : ''}
                          style={{ width: formatPercent(one.grade) }}
                        />
                      </i>
                    </>
                  )}
                </td>
                <td className="r">{formatNumber(one.attempts)}</td>
                <td className="r">{one.tookMs === null ? '–' : t('results.minutes', { n: minutes(one.tookMs) })}</td>
                <td>
                  {one.handedInAt !== null && one.state === 'done' ? moment(one.handedInAt) : t(STATES[one.state])}
                  {one.undecided > 0 ? (
                    <span className={`chip is-wrong-ink ${styles.said}`}>{t('results.lateChip')}</span>
                  ) : null}
                  {hasMore(one) ? <span className={`chip ${styles.said}`}>{t('results.moreChip')}</span> : null}
                </td>
                {gives ? (
                  <td className="r">
                    <button
                      type="button"
                      className="btn btn-quiet btn-small"
                      aria-expanded={open === one.userId}
                      aria-label={t('results.extendFor', { name: one.name ?? t('classes.nameless') })}
                      onClick={() => setOpen(open === one.userId ? null : one.userId)}
                    >
                      {t('results.extend')}
                    </button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {extended ? (
        <Extend key={extended.userId} {...{ results, does }} learner={extended} close={() => setOpen(null)} />
      ) : null}
    </section>
  )
}
