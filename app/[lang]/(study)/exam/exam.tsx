'use client'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Segments } from '#app/_ui/controls.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { uuidv7 } from '#lib/base/index.ts'
import { cryptoRandom, type Learner } from '#lib/client/index.ts'
import { plansOf } from '#lib/log/index.ts'
import { studyDay, studyDayDate } from '#lib/scheduling/index.ts'
import { formatPercent, t } from '#words'
import { Gate } from '../_view/gate.tsx'
import { formatDay, todayAt } from '../_view/time.ts'
import { draftOf, type ExamDraft, entriesOf, lackOf } from './draft.ts'
import styles from './exam.module.css'
import { Sets } from './sets.tsx'

const LACKS = {
  title: 'plan.lackTitle',
  date: 'plan.lackDate',
  sets: 'plan.lackSets',
  weekdays: 'plan.lackMinutes',
} as const
type Lack = keyof typeof LACKS

/** From Monday on. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0]
/** 4 January 1970 was a Sunday. */
const A_SUNDAY = 3
const MINUTES_MAX = 600
const GOALS = Array.from({ length: 11 }, (_, n) => (50 + 5 * n) / 100)

const Problem = ({ id, lack, of }: { id: string; lack: Lack | null; of: Lack }) =>
  lack === of ? (
    <span className="problem" id={id} role="alert">
      {t(LACKS[of])}
    </span>
  ) : null

type FieldProps = {
  name: string
  hint?: string
  lack: Lack | null
  of: Lack
  children: (described: string) => ReactNode
}

const Field = ({ name, hint, lack, of, children }: FieldProps) => {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what the children give
    <label className="field">
      <span>{name}</span>
      {hint ? <small className="label">{hint}</small> : null}
      {children(`${id}-problem`)}
      <Problem id={`${id}-problem`} lack={lack} of={of} />
    </label>
  )
}

type WeekProps = { weekdays: readonly number[]; change: (weekdays: number[]) => void }

const Week = ({ weekdays, change }: WeekProps) => (
  <div className={styles.week}>
    {WEEKDAYS.map((weekday) => (
      <label key={weekday}>
        <span className="label" aria-hidden="true">
          {formatDay(A_SUNDAY + weekday, 'weekdayShort')}
        </span>
        <input
          className="input num"
          type="number"
          inputMode="numeric"
          min={0}
          max={MINUTES_MAX}
          aria-label={t('plan.minutesOn', { weekday: formatDay(A_SUNDAY + weekday, 'weekday') })}
          value={weekdays[weekday]}
          onChange={({ target }) => {
            const minutes = Math.max(0, Math.min(MINUTES_MAX, Math.round(Number(target.value) || 0)))
            change(weekdays.map((before, at) => (at === weekday ? minutes : before)))
          }}
        />
      </label>
    ))}
  </div>
)

type FormProps = { learner: Learner; examId: string | null; today: number }

const Form = ({ learner, examId, today }: FormProps) => {
  const before = examId ? (plansOf(learner.entries).exams.get(examId) ?? null) : null
  const [draft, setDraft] = useState(() => draftOf(learner, before))
  const [lack, setLack] = useState<Lack | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const set = (part: Partial<ExamDraft>) => setDraft((old) => ({ ...old, ...part }))
  const todayDate = studyDayDate(today)

  const store = async (drafts: ReturnType<typeof entriesOf>, to: string) => {
    try {
      await learner.store?.appendAll(drafts)
      location.assign(to)
    } catch {
      setTrouble(t('plan.notSaved'))
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const missing = lackOf(draft, todayDate) as Lack | null
    setLack(missing)
    if (missing) return
    const id = examId ?? uuidv7(Date.now(), cryptoRandom)
    void store(entriesOf(draft, id, before, learner), `/plan?exam=${id}`)
  }
  const [sure, setSure] = useState(false)
  const remove = () => {
    setSure(true)
    if (sure && examId) void store([{ kind: 'exam', examId, exam: null }], '/plan')
  }
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Field name={t('plan.name')} lack={lack} of="title">
        {(described) => (
          <input
            className="input"
            value={draft.title}
            maxLength={120}
            autoComplete="off"
            aria-invalid={lack === 'title'}
            aria-describedby={described}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <div className={styles.when}>
        <Field name={t('plan.date')} lack={lack} of="date">
          {(described) => (
            <input
              className="input num"
              type="date"
              min={studyDayDate(today + 1)}
              value={draft.date}
              aria-invalid={lack === 'date'}
              aria-describedby={described}
              onChange={({ target }) => set({ date: target.value })}
            />
          )}
        </Field>
        <label className="field">
          <span>{t('plan.time')}</span>
          <input
            className="input num"
            type="time"
            value={draft.time}
            onChange={({ target }) => set({ time: target.value })}
          />
        </label>
      </div>
      <fieldset className={styles.part}>
        <legend className="head">{t('plan.asks')}</legend>
        <p className="label">{t('plan.asksHint')}</p>
        <Sets packs={learner.packs} sets={draft.sets} change={(sets) => set({ sets })} />
        <Problem id="sets-problem" lack={lack} of="sets" />
      </fieldset>
      <fieldset className={styles.part}>
        <legend className="head">{t('plan.week')}</legend>
        <p className="label">{t('plan.weekHint')}</p>
        <Week weekdays={draft.weekdays} change={(weekdays) => set({ weekdays })} />
        <Problem id="week-problem" lack={lack} of="weekdays" />
      </fieldset>
      <label className="field">
        <span>{t('plan.goal')}</span>
        <small className="label">{t('plan.goalHint')}</small>
        <select className="input num" value={draft.goal} onChange={({ target }) => set({ goal: Number(target.value) })}>
          {[...new Set([...GOALS, draft.goal])]
            .sort((a, b) => a - b)
            .map((goal) => (
              <option key={goal} value={goal}>
                {formatPercent(goal)}
              </option>
            ))}
        </select>
      </label>
      <div className={styles.part}>
        <h2 className="head">{t('plan.purpose')}</h2>
        <Segments
          legend={t('plan.purpose')}
          options={[
            ['exam', t('plan.purposeExam')],
            ['keep', t('plan.purposeKeep')],
          ]}
          value={draft.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <p className="label">{t(draft.purpose === 'exam' ? 'plan.purposeExamHint' : 'plan.purposeKeepHint')}</p>
      </div>
      {trouble ? (
        <p className="problem" role="alert">
          {trouble}
        </p>
      ) : null}
      <button type="submit" className="btn btn-primary wide">
        {t(before ? 'plan.save' : 'plan.plan')}
      </button>
      {before ? (
        <button type="button" className="btn btn-quiet btn-small wide" onClick={remove} onBlur={() => setSure(false)}>
          {t(sure ? 'plan.removeSure' : 'plan.remove')}
        </button>
      ) : null}
    </form>
  )
}

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const [examId] = useState(() => new URLSearchParams(location.search).get('id'))
  const { tzOffsetMin, rolloverHour } = todayAt(now, learner.settings)
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href="/plan" aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <h1 className="head">{t(examId ? 'plan.change' : 'plan.setUp')}</h1>
        <span />
      </header>
      <Form learner={learner} examId={examId} today={studyDay(now, tzOffsetMin, rolloverHour)} />
    </>
  )
}

/** An exam is set up or changed; it is kept in the log, so a network is not needed. */
export const ExamScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
