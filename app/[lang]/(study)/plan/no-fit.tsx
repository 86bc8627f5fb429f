'use client'
import { useEffect, useState } from 'react'
import { inSlices } from '#app/_client/in-slices.ts'
import {
  type Agenda,
  type ExamAhead,
  type ExamReport,
  leaveOutFirst,
  minutesToFit,
  type SectionForecast,
} from '#lib/agenda/index.ts'
import { t } from '#words'
import styles from './plan.module.css'

/** So many facts that are not met, or such a share of them, are worth a word. */
const FEW = 2
const SHARE = 0.03

export const doesNotFit = ({ unseen, facts }: ExamReport): boolean => unseen >= Math.max(FEW, facts * SHARE)

const useMinutesToFit = (agenda: Agenda, at: number): number | null | undefined => {
  const [minutes, setMinutes] = useState<number | null>()
  useEffect(() => {
    setMinutes(undefined)
    let wanted = true
    void inSlices(minutesToFit(agenda, at), () => wanted).then((found) => {
      if (wanted) setMinutes(found)
    })
    return () => {
      wanted = false
    }
  }, [agenda, at])
  return minutes
}

const weightIn =
  ({ exam }: ExamAhead) =>
  ({ setId, section }: SectionForecast): number => {
    const own = exam.parts.filter((part) => part.setId === setId)
    return (own.find((part) => part.section === section) ?? own.find((part) => part.section === null))?.weight ?? 1
  }

/** The first few by name. */
const NAMED = 3

const dropWords = (sections: readonly SectionForecast[], titleOf: (setId: string) => string): string => {
  const names = sections.map(({ section, setId }) => section ?? titleOf(setId))
  const first = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return more > 0 ? t('plan.dropFirstMore', { sections: first, n: more }) : t('plan.dropFirst', { sections: first })
}

type Props = {
  agenda: Agenda
  at: number
  report: ExamReport
  titleOf: (setId: string) => string
  addMinutes: (minutes: number) => void
  /** Null: what it asks is not the learner's to change. */
  leaveOut: ((sections: readonly SectionForecast[]) => void) | null
}

/** That the minutes do not hold all of it, and both ways out. */
export const NoFit = ({ agenda, at, report, titleOf, addMinutes, leaveOut }: Props) => {
  const more = useMinutesToFit(agenda, at)
  const exam = agenda.exams[at] as ExamAhead
  const out = leaveOutFirst(report, weightIn(exam))
  const seen = Math.max(0, Math.round(report.facts - report.unseen))
  return (
    <section className={`section ${styles.noFit}`} aria-labelledby="no-fit">
      <div className="row between">
        <h2 className="head" id="no-fit">
          {t('plan.noFit')}
        </h2>
        <span className="label num">{t('common.facts', { n: Math.round(report.unseen) })}</span>
      </div>
      <p className="muted">{t('plan.willSee', { seen, all: report.facts })}</p>
      {out.length > 0 && leaveOut ? <p className="label">{dropWords(out, titleOf)}</p> : null}
      <div className={styles.ways} role="status">
        {more === undefined ? <span className="label">{t('plan.fitWait')}</span> : null}
        {more === null ? <span className="label">{t('plan.fitNever')}</span> : null}
        {typeof more === 'number' ? (
          <button type="button" className="btn btn-line btn-small" onClick={() => addMinutes(more)}>
            {t('plan.addMinutes', { n: more })}
          </button>
        ) : null}
        {out.length > 0 && leaveOut ? (
          <button type="button" className="btn btn-quiet btn-small" onClick={() => leaveOut(out)}>
            {t('plan.leaveOut', { n: out.length })}
          </button>
        ) : null}
      </div>
    </section>
  )
}
