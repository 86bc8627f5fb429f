'use client'
import { useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { type Agenda, type ExamAt, examsIn } from '#lib/agenda/index.ts'
import { toldOf } from '#lib/client/foresight.ts'
import type { EntryDraft, Learner } from '#lib/client/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { formatDay, todayAt } from '../_view/time.ts'
import { Calendar } from './calendar.tsx'
import { DaysAhead } from './days.tsx'
import { ForecastPart } from './forecast.tsx'
import { ForecastHistory } from './history.tsx'
import { doesNotFit, NoFit } from './no-fit.tsx'
import { NotCovered, Risky, Sections } from './parts.tsx'
import { Past } from './past.tsx'
import styles from './plan.module.css'
import { minutesSaid, withDay, withMore, without, withWeekday } from './said.ts'
import { answersIn, type Foresight, useForesight } from './use-foresight.ts'

/** Appends what a tap says; where storage refuses, the page's own notice of that stands already. */
const say = (learner: Learner, draft: EntryDraft): void => {
  void learner.store?.append(draft).catch(() => undefined)
}

const Wait = ({ share }: { share: number | null }) => (
  <section className="forecast" aria-labelledby="forecast">
    <h2 className="sr" id="forecast">
      {t('plan.forecast')}
    </h2>
    <p className="range">{t('plan.reckoning')}</p>
    <progress className={styles.progress} max={1} value={share ?? 0} aria-label={t('plan.reckoning')} />
    <p className="muted">{t('plan.reckoningHow')}</p>
  </section>
)

type ShownProps = { learner: Learner; agenda: Agenda; at: number; foresight: Foresight }

const Shown = ({ learner, agenda, at, foresight: { reports } }: ShownProps) => {
  const exam = agenda.exams[at]
  const report = reports?.[at] ?? null
  const { packs, store } = learner
  if (!exam) return null
  const titleOf = (setId: string) => packs.find((pack) => pack.setId === setId)?.title ?? ''
  const said = () => minutesSaid(learner, agenda.today)
  const facts = new Set(exam.scope.facts.map(({ fact }) => fact.id))
  return (
    <div className={`cols ${styles.cols}`}>
      <div className={styles.column}>
        <div className={styles.main}>
          {report ? <ForecastPart exam={exam} report={report} answers={answersIn(learner)} /> : null}
          {report && doesNotFit(report) ? (
            <NoFit
              {...{ agenda, at, report, titleOf }}
              addMinutes={(minutes) => say(learner, withMore(said(), minutes))}
              leaveOut={
                exam.assigned
                  ? null
                  : (sections) =>
                      say(learner, { kind: 'exam', examId: exam.examId, exam: without(exam.exam, sections) })
              }
            />
          ) : null}
          <p className={styles.go}>
            <a className="btn btn-primary wide" href="/study">
              {t('plan.studyToday')}
            </a>
            <a className="btn btn-quiet btn-small wide" href={`/mock?exam=${exam.examId}`}>
              {t('plan.sitMock')}
            </a>
          </p>
        </div>
        {report ? (
          <div className={styles.sectionsPart}>
            <Sections report={report} exam={exam} packs={packs} />
          </div>
        ) : null}
      </div>
      <div className={styles.column}>
        <Calendar
          {...{ agenda, at }}
          facts={facts.size}
          days={report?.days ?? null}
          setDay={(day, minutes) => say(learner, withDay(said(), day, minutes))}
          setWeekday={(weekday, minutes) => say(learner, withWeekday(said(), weekday, minutes))}
        />
        {report ? (
          <div className={styles.rest}>
            <div className={styles.figure}>
              <DaysAhead days={report.days} minutesOn={agenda.minutesOn} fits={!doesNotFit(report)} />
            </div>
            <Risky report={report} />
            <ForecastHistory
              told={store ? toldOf(store.userId, exam.examId) : []}
              goal={exam.exam.goal}
              examDay={exam.day}
            />
            <NotCovered exam={exam} packs={packs} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

const whenOf = ({ day }: ExamAt, today: number): string =>
  t('plan.inDays', { n: day - today, date: formatDay(day, 'long') })

const Choice = ({ exams, chosen }: { exams: readonly ExamAt[]; chosen: number }) => (
  <nav className={styles.choice} aria-label={t('plan.exams')}>
    {exams.map(({ examId, exam }, at) => (
      <a
        key={examId}
        className="chip chip-box"
        href={`/plan?exam=${examId}`}
        {...(at === chosen ? { 'aria-current': 'true' as const } : {})}
      >
        {exam.title}
      </a>
    ))}
  </nav>
)

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { entries, settings, assignments } = learner
  const foresight = useForesight(learner, now)
  const [wanted] = useState(() => new URLSearchParams(location.search).get('exam'))
  const { tzOffsetMin } = todayAt(now, settings)
  const { ahead, done } = examsIn({ entries, assignments, now, tzOffsetMin })
  const { agenda, reports, share } = foresight
  const shown = Math.max(
    0,
    ahead.findIndex(({ examId }) => examId === wanted),
  )
  const exam = ahead[shown]
  const at = agenda?.exams.findIndex(({ examId }) => examId === exam?.examId) ?? -1
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{exam?.exam.title ?? t('plan.title')}</h1>
        <span className={styles.tools}>
          <SavedChip {...learner} />
          {exam && !exam.assigned ? (
            <a className="icon-btn" href={`/exam?id=${exam.examId}`} aria-label={t('plan.edit')}>
              <Icon name="edit" />
            </a>
          ) : null}
        </span>
      </header>
      {exam ? (
        <>
          <p className={`label ${styles.when}`}>
            {agenda ? whenOf(exam, agenda.today) : null}
            {exam.assigned ? ` · ${t('plan.assigned')}` : null}
          </p>
          {ahead.length > 1 ? <Choice exams={ahead} chosen={shown} /> : null}
          {agenda && at >= 0 ? (
            <>
              {reports ? null : <Wait share={share} />}
              <Shown {...{ learner, agenda, at, foresight }} />
            </>
          ) : (
            <p className="note">{t('plan.nothingHere')}</p>
          )}
        </>
      ) : (
        <Void level="h2" title={t('plan.emptyTitle')} body={t('plan.emptyBody')}>
          <a className="btn btn-primary wide" href="/exam">
            {t('plan.make')}
          </a>
        </Void>
      )}
      {exam ? (
        <p className={styles.another}>
          <a className="btn btn-line" href="/exam">
            <Icon name="plus" small /> {t('plan.another')}
          </a>
        </p>
      ) : null}
      <Past learner={learner} exams={done.filter(({ assigned }) => !assigned)} />
    </>
  )
}

export const PlanScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
