'use client'
import { useId, useState } from 'react'
import { inSlices } from '#app/_client/in-slices.ts'
import { agendaOf, type ExamAt, outlookOf } from '#lib/agenda/index.ts'
import type { Learner } from '#lib/client/index.ts'
import type { Exam } from '#lib/log/index.ts'
import { formatPercent, t } from '#words'
import { agendaInputOf } from '../_view/agenda.ts'
import { formatDay } from '../_view/time.ts'
import styles from './plan.module.css'

const round = (share: number): number => Math.round(share * 1_000) / 1_000

/** What the forecast was on the morning of an exam that is over, by what was known then. */
const saidThen = async (learner: Learner, { examId, at }: ExamAt): Promise<Exam['said']> => {
  const entries = learner.entries.filter(({ kind, effectiveAt }) => kind !== 'review' || effectiveAt < at)
  const agenda = agendaOf({ ...agendaInputOf(learner, at - 1), entries })
  const index = agenda?.exams.findIndex((one) => one.examId === examId) ?? -1
  if (!agenda || index < 0) return null
  const outlook = await inSlices(outlookOf(agenda, 'result'), () => true)
  const told = outlook?.exams[index]
  return told ? { low: round(told.low), expected: round(told.expected), high: round(told.high) } : null
}

const cameTo = ({ result, said }: Exam): string => {
  const share = formatPercent(result ?? 0)
  if (!said) return t('plan.cameTo', { result: share })
  return t('plan.cameToSaid', { result: share, low: formatPercent(said.low), high: formatPercent(said.high) })
}

const Result = ({ learner, one }: { learner: Learner; one: ExamAt }) => {
  const id = useId()
  const [value, setValue] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const percent = Number(value.replace(',', '.'))
  const save = async () => {
    if (value.trim() === '' || !(percent >= 0 && percent <= 100)) return setTrouble(t('plan.resultBad'))
    setBusy(true)
    try {
      const said = await saidThen(learner, one)
      const exam = { ...one.exam, result: round(percent / 100), said }
      await learner.store?.append({ kind: 'exam', examId: one.examId, exam })
      setTrouble(null)
    } catch {
      setTrouble(t('plan.notSaved'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.result}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label className="field" htmlFor={id}>
        <span>{t('plan.howDidItGo', { title: one.exam.title })}</span>
        <small className="label">{t('plan.resultHint')}</small>
      </label>
      <span className={styles.resultRow}>
        <input
          id={id}
          className="input num"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-invalid={trouble !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setValue(event.target.value)}
        />
        <button type="submit" className="btn btn-line" aria-busy={busy}>
          {t('plan.saveResult')}
        </button>
      </span>
      <span className="problem" id={`${id}-problem`} role="alert">
        {trouble}
      </span>
    </form>
  )
}

/** Exams that are over: how they went, beside what was forecast. */
export const Past = ({ learner, exams }: { learner: Learner; exams: readonly ExamAt[] }) => {
  if (exams.length === 0) return null
  return (
    <section className="section" aria-labelledby="past">
      <h2 className="head" id="past">
        {t('plan.past')}
      </h2>
      <p className="label">{t('plan.pastNote')}</p>
      <ul className={styles.past}>
        {exams.map((one) => (
          <li key={one.examId}>
            {one.exam.result === null ? (
              <Result learner={learner} one={one} />
            ) : (
              <p>
                <strong>{one.exam.title}</strong>
                <span className="label"> {formatDay(one.day, 'date')}</span>
                <br />
                {cameTo(one.exam)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
