'use client'
import type { LateAnswer } from '#lib/server/quizzes/results.ts'
import { formatPercent, t } from '#words'
import { answerWords } from '../../../../_parts/answer-words.ts'
import { decideLateAction } from '../../../quiz-actions.ts'
import type { Does } from '../../doing.ts'
import styles from './results.module.css'

const REASONS = {
  late: 'results.wasLate',
  unsure: 'results.wasUnsure',
  accepted: 'results.wasAccepted',
  refused: 'results.wasRefused',
} as const

type Props = {
  late: readonly LateAnswer[]
  mayChange: boolean
  does: Does
  moment: (at: number) => string
}

/** What came too late, or says of its time what cannot be: whoever leads the class decides, and may decide otherwise later. */
export const Late = ({ late, mayChange, does, moment }: Props) => {
  if (late.length === 0) return null
  const open = late.filter(({ standing }) => standing === 'late' || standing === 'unsure').length
  return (
    <section className="section" aria-labelledby="late">
      <h2 className="head" id="late">
        {open > 0 ? t('results.lateOpen', { n: open }) : t('results.lateDone', { n: late.length })}
      </h2>
      <ul className={styles.list}>
        {late.map((one) => (
          <li key={`${one.attemptId} ${one.place}`}>
            <strong>
              <bdi>{one.name ?? t('classes.nameless')}</bdi>
            </strong>
            <p className={styles.stem}>{one.stem.replaceAll('____', '…')}</p>
            <p>
              {t('results.wrote', { given: answerWords(one.given) })}{' '}
              <span className="muted">
                {t('results.share', { share: formatPercent(one.share) })}
                {one.inTime === null ? '' : ` · ${t('results.inTime', { given: answerWords(one.inTime) })}`}
              </span>
            </p>
            <p className="label num">
              {t(REASONS[one.standing])} · {t('results.came', { at: moment(one.receivedAt) })} ·{' '}
              {t('results.after', { n: Math.round(one.elapsedMs / 60_000) })}
            </p>
            {mayChange ? (
              <p className={styles.ways}>
                {one.standing === 'accepted' ? null : (
                  <button
                    type="button"
                    className="btn btn-line btn-small"
                    onClick={() =>
                      does(() => decideLateAction({ attemptId: one.attemptId, place: one.place, accept: true }))
                    }
                  >
                    {t('results.accept')}
                  </button>
                )}
                {one.standing === 'refused' ? null : (
                  <button
                    type="button"
                    className="btn btn-quiet btn-small"
                    onClick={() =>
                      does(() => decideLateAction({ attemptId: one.attemptId, place: one.place, accept: false }))
                    }
                  >
                    {t('results.refuse')}
                  </button>
                )}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
