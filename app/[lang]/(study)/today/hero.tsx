import type { ReactNode } from 'react'
import { sentence } from '#lib/messages/index.ts'
import { formatWhen, inWords, t } from '#words'
import type { Overview } from './overview.ts'
import styles from './today.module.css'

/** "Ninety-four" is not to part at its hyphen. */
const whole = (words: string): string => words.replaceAll('-', '-\u2060')

const statementOf = ({ due, new: fresh }: Overview): string => {
  const words = { due: whole(sentence(inWords(due))), fresh: whole(inWords(fresh)) }
  if (due > 0 && fresh > 0) return t('today.dueAndNew', words)
  return due > 0 ? t('today.dueOnly', words) : t('today.newOnly', { fresh: sentence(words.fresh) })
}

const SHORT_MINUTES = 3
/** A statement of more characters is set smaller, so that a phone holds it in two lines. */
const STATEMENT_LONG = 36

const minutesOf = (n: number): string => t('common.minutes', { n })

/** Whose minutes are whose, while an exam is ahead. */
const planWords = ({ planned, minutes, documents }: Overview, exam: string | null): string => {
  if (!planned || exam === null) {
    const words = t('today.documentsInWords', { n: documents, words: sentence(inWords(documents)) })
    return t('today.about', { n: minutes, documents: words })
  }
  const ours = t('today.forExam', { minutes: minutesOf(planned.exams), exam })
  return planned.others > 0 ? `${ours} ${t('today.forOthers', { minutes: minutesOf(planned.others) })}` : ours
}

const Work = ({ overview, exam }: { overview: Overview; exam: string | null }) => {
  const statement = statementOf(overview)
  return (
    <>
      <h1 className={`title ${statement.length > STATEMENT_LONG ? styles.long : ''}`}>{statement}</h1>
      <p className="muted num">{planWords(overview, exam)}</p>
      {overview.backlog ? <Piled backlog={overview.backlog} /> : null}
      <a className="btn btn-primary wide" href="/study">
        {t('today.start')}
      </a>
      {overview.minutes > SHORT_MINUTES ? (
        <a className="btn btn-quiet btn-small wide" href={`/study?minutes=${SHORT_MINUTES}`}>
          {t('today.threeMinutes')}
        </a>
      ) : null}
    </>
  )
}

/** Said kindly: nobody is behind, there is a plan. */
const Piled = ({ backlog }: { backlog: NonNullable<Overview['backlog']> }) => (
  <p className={styles.piled}>
    {t('today.piled', { n: backlog.waiting })} {t('today.piledPlan', { n: backlog.days, day: backlog.perDay })}
  </p>
)

const idleTitle = ({ dayOff, spent, backlog, next }: Overview, now: number, timeZone: string | null): string => {
  if (dayOff) return t('today.dayOff')
  if (spent) return t('today.spent')
  if (backlog) return t('today.piledDone')
  return next ? t('today.nothingDueAt', { when: formatWhen(next, now, timeZone) }) : t('today.nothingDue')
}

const idleBody = ({ dayOff, spent, backlog }: Overview): string => {
  if (dayOff) return t('today.dayOffBody')
  if (spent) return t('today.spentBody')
  return backlog ? t('today.piledDoneBody', { n: backlog.waiting }) : t('today.nothingDueBody')
}

type Props = {
  overview: Overview
  date: string
  now: number
  timeZone: string | null
  /** The titles of the exams ahead, where their plan holds. */
  exam: string | null
  children: ReactNode
}

/** The one statement of the day and its one button. */
export const Hero = ({ overview, date, now, timeZone, exam, children }: Props) => {
  const idle = overview.due + overview.new === 0
  return (
    <section className={styles.hero}>
      <p className="label hide-l">{date}</p>
      {idle ? (
        <>
          <h1 className="title">{idleTitle(overview, now, timeZone)}</h1>
          <p className="muted">{idleBody(overview)}</p>
          <a className="btn btn-primary wide" href="/study?more=1">
            {t('today.keepGoing')}
          </a>
        </>
      ) : (
        <Work overview={overview} exam={exam} />
      )}
      {children}
    </section>
  )
}
