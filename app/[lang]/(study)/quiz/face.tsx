'use client'
import { useZone } from '#app/_client/use-zone.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { type AttemptLine, type QuizFace, shareOf } from '#lib/quiz/index.ts'
import { formatDate, formatPercent, t } from '#words'
import { pointsWords } from '../_view/points.ts'
import styles from './quiz.module.css'
import type { Taking } from './use-quiz.ts'

const COUNTS = { best: 'quiz.countsBest', last: 'quiz.countsLast', mean: 'quiz.countsMean' } as const
const FEEDBACK = { each: 'quiz.feedbackEach', after: 'quiz.feedbackAfter', closed: 'quiz.feedbackClosed' } as const

/** What a learner wants to know before they begin, a line each. */
const linesOf = (face: QuizFace, moment: (at: number) => string): string[] => {
  const { rules, questions, extraMinutes, attemptsMax, opensAt, closesAt } = face
  const minutes = rules.limitMinutes === null ? null : rules.limitMinutes + extraMinutes
  return [
    t('quiz.questions', { n: questions }),
    minutes === null ? t('quiz.noLimit') : t('quiz.minutes', { n: minutes }),
    attemptsMax === null ? t('quiz.attemptsFree') : t('quiz.attemptsMax', { n: attemptsMax }),
    ...(attemptsMax === 1 ? [] : [t(COUNTS[rules.counts])]),
    ...(rules.pass === null ? [] : [t('quiz.passFrom', { share: formatPercent(rules.pass) })]),
    t(FEEDBACK[rules.feedback]),
    ...(opensAt !== null && opensAt > face.serverNow ? [t('quiz.opens', { at: moment(opensAt) })] : []),
    ...(closesAt === null
      ? []
      : [t(closesAt > face.serverNow ? 'quiz.closes' : 'quiz.closed', { at: moment(closesAt) })]),
  ]
}

const Attempt = ({ line, face, moment }: { line: AttemptLine; face: QuizFace; moment: (at: number) => string }) => {
  const { attemptId, number, handedInAt, score, undecided } = line
  if (handedInAt === null) return null
  const share = score ? shareOf(score) : null
  return (
    <li>
      <a className="list-row" href={`/quiz?attempt=${attemptId}`}>
        <span className="grow">
          <strong>{number === 0 ? t('quiz.preview') : t('quiz.attempt', { n: number })}</strong>
          <span className="label num">
            {t('quiz.receivedAt', { at: moment(handedInAt) })}
            {undecided > 0 ? ` · ${t('quiz.undecided', { n: undecided })}` : ''}
          </span>
        </span>
        <span className="num">
          {score
            ? `${t('quiz.points', { points: pointsWords(score.points), outOf: score.outOf })}${share === null ? '' : ` · ${formatPercent(share)}`}`
            : face.toldAt === null
              ? ''
              : t('quiz.toldAt', { at: moment(face.toldAt) })}
        </span>
        <Icon name="forward" />
      </a>
    </li>
  )
}

const WHY_NOT = { 'not-yet': 'quiz.notYet', closed: 'quiz.isClosed', 'used-up': 'quiz.usedUp' } as const

/** A quiz before it is begun, and what came of it. */
export const FacePart = ({ taking, face }: { taking: Taking; face: QuizFace }) => {
  const zone = useZone(null)
  const moment = (at: number) => formatDate(at, 'moment', zone)
  const { may, rules, grade, attempts } = face
  const first = attempts.every(({ handedInAt }) => handedInAt === null)
  const label = face.underWay
    ? 'quiz.goOn'
    : face.isPreview
      ? 'quiz.beginPreview'
      : first
        ? 'quiz.begin'
        : 'quiz.beginAgain'
  const passed = rules.pass !== null && grade !== null && grade >= rules.pass
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href={`/classes/${face.classId}`} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      <div className={styles.page}>
        <div>
          <p className="label">
            <bdi>{[face.className, ...face.teachers].join(' · ')}</bdi>
          </p>
          <h1 className={`title ${styles.title}`} {...tongueOf(face.language)}>
            {face.title}
          </h1>
        </div>
        {grade === null ? null : (
          <div>
            <p className={styles.mark}>
              <span className="num">{formatPercent(grade)}</span>
              {rules.pass === null ? null : (
                <span className={passed ? 'chip is-right-ink' : 'chip is-wrong-ink'}>
                  {t(passed ? 'quiz.passed' : 'quiz.notPassed', { share: formatPercent(rules.pass) })}
                </span>
              )}
            </p>
            <span className={styles.meter} aria-hidden="true">
              <i style={{ width: formatPercent(grade) }} />
              {rules.pass === null ? null : <b style={{ insetInlineStart: formatPercent(rules.pass) }} />}
            </span>
          </div>
        )}
        <ul className={styles.facts}>
          {linesOf(face, moment).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {face.isPreview ? <p className="note">{t('quiz.previewNote')}</p> : null}
        <p className="problem" role="alert">
          {taking.trouble}
        </p>
        {may === 'yes' || face.underWay ? (
          <div className={styles.go}>
            <button type="button" className="btn btn-primary wide" disabled={taking.busy} onClick={taking.begin}>
              {t(label)}
            </button>
            <p className="label">{t('quiz.signalNote')}</p>
          </div>
        ) : (
          <p className="note">{t(WHY_NOT[may])}</p>
        )}
        {first ? null : (
          <section className="section" aria-labelledby="attempts">
            <h2 className="head" id="attempts">
              {t('quiz.attempts')}
            </h2>
            <ul className="list">
              {attempts.map((line) => (
                <Attempt key={line.attemptId} {...{ line, face, moment }} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}
