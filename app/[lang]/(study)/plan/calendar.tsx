'use client'
import { useEffect, useRef, useState } from 'react'
import { inSlices } from '#app/_client/in-slices.ts'
import { Stepper } from '#app/_ui/controls.tsx'
import type { Agenda, ExamAhead } from '#lib/agenda/index.ts'
import { worthOfMore } from '#lib/agenda/index.ts'
import type { DayAhead } from '#lib/exams/index.ts'
import { weekdayOf } from '#lib/scheduling/index.ts'
import { formatNumber, t } from '#words'
import { formatDay } from '../_view/time.ts'
import styles from './plan.module.css'

const WEEK = 7
/** Weeks that are shown unless asked for more. */
const WEEKS_SHOWN = 5
const STEPS = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180]
/** 5 January 1970 was a Monday. */
const A_MONDAY = 4

const minutesWords = (n: number): string => (n === 0 ? t('plan.off') : t('plan.minutesShort', { n }))

/** Facts that ten more minutes on a day would add to an exam; null while that is reckoned. */
const useWorth = (agenda: Agenda, exam: number, day: number | null, facts: number): number | null => {
  const [worth, setWorth] = useState<number | null>(null)
  useEffect(() => {
    setWorth(null)
    if (day === null) return
    let wanted = true
    void inSlices(worthOfMore(agenda, day), () => wanted).then((shares) => {
      if (wanted && shares) setWorth(Math.max(0, shares[exam] ?? 0) * facts)
    })
    return () => {
      wanted = false
    }
  }, [agenda, exam, day, facts])
  return worth
}

type DayPanelProps = {
  day: number
  minutes: number
  ahead: DayAhead | undefined
  worth: number | null
  setDay: (minutes: number) => void
  setWeekday: (minutes: number) => void
}

const worthWords = (worth: number | null): string => {
  if (worth === null) return t('plan.worthWait')
  return worth < 0.5 ? t('plan.worthNone') : t('plan.worth', { n: Math.round(worth) })
}

const DayPanel = ({ day, minutes, ahead, worth, setDay, setWeekday }: DayPanelProps) => (
  <div className={styles.panel}>
    <ul className="list">
      <Stepper
        name={formatDay(day, 'long')}
        hint={
          ahead && minutes > 0
            ? t('plan.dayHolds', { fresh: Math.round(ahead.first), again: Math.round(ahead.again) })
            : t('plan.dayHoldsNone')
        }
        value={minutes}
        steps={STEPS}
        show={minutesWords}
        onChange={setDay}
      />
    </ul>
    <p className="label" role="status">
      {worthWords(worth)}
    </p>
    <button type="button" className="btn btn-quiet btn-small" onClick={() => setWeekday(minutes)}>
      {t('plan.sameEvery', { weekday: formatDay(day, 'weekday') })}
    </button>
  </div>
)

type CellProps = {
  day: number
  today: number
  exam: ExamAhead
  others: readonly ExamAhead[]
  minutes: number
  chosen: boolean
  choose: () => void
}

const Cell = ({ day, today, exam, others, minutes, chosen, choose }: CellProps) => {
  const number = formatDay(day, 'number')
  if (day < today || day > exam.day)
    return (
      <div className="day past">
        <span className="d num">{number}</span>
      </div>
    )
  const isExam = day === exam.day
  const other = others.find((one) => one.day === day)
  if (isExam)
    return (
      <div className="day exam">
        <span className="d num">{number}</span>
        <span className="m">{t('plan.examDay')}</span>
      </div>
    )
  return (
    <button
      type="button"
      className={`day ${day === today ? 'today' : ''} ${minutes === 0 ? 'off' : ''} ${chosen ? styles.chosen : ''}`}
      aria-expanded={chosen}
      aria-label={`${formatDay(day, 'long')}: ${minutesWords(minutes)}${other ? `, ${other.exam.title}` : ''}`}
      onClick={choose}
    >
      <span className="d num">{number}</span>
      <span className="m num">{minutes === 0 ? t('plan.off') : formatNumber(minutes)}</span>
      {other ? <i className={styles.other} /> : null}
    </button>
  )
}

type Props = {
  agenda: Agenda
  at: number
  facts: number
  days: readonly DayAhead[] | null
  setDay: (day: number, minutes: number) => void
  setWeekday: (weekday: number, minutes: number) => void
}

/** The minutes of each day until the exam; a tap on a day changes them and tells what ten more would add. */
export const Calendar = ({ agenda, at, facts, days, setDay, setWeekday }: Props) => {
  const { today, exams, minutesOn } = agenda
  const exam = exams[at] as ExamAhead
  const [chosen, choose] = useState<number | null>(null)
  const [all, showAll] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const worth = useWorth(agenda, at, chosen, facts)
  const monday = today - ((((today - A_MONDAY) % WEEK) + WEEK) % WEEK)
  const weeks = Math.floor((exam.day - monday) / WEEK) + 1
  const shown = all ? weeks : Math.min(weeks, WEEKS_SHOWN)
  const rows = Array.from({ length: shown }, (_, week) => week)
  const sum = Array.from({ length: exam.day - today }, (_, n) => minutesOn(today + n)).reduce((a, b) => a + b, 0)
  const others = exams.filter((one) => one !== exam)
  useEffect(() => {
    if (chosen !== null) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <section className={`section ${styles.calendar}`} aria-labelledby="minutes">
      <div className="row between">
        <h2 className="head" id="minutes">
          {t('plan.minutesADay')}
        </h2>
        <span className="label num">{t('plan.minutesInAll', { n: sum })}</span>
      </div>
      <p className="label">{t('plan.calendarHint')}</p>
      <div className="cal" aria-hidden="true">
        {Array.from({ length: WEEK }, (_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place
          <span key={n} className="dow">
            {formatDay(A_MONDAY + n, 'weekdayNarrow')}
          </span>
        ))}
      </div>
      {rows.map((week) => {
        const here = chosen !== null && Math.floor((chosen - monday) / WEEK) === week
        return (
          <div key={week}>
            <div className="cal">
              {Array.from({ length: WEEK }, (_, n) => {
                const day = monday + week * WEEK + n
                return (
                  <Cell
                    key={day}
                    {...{ day, today, exam, others }}
                    minutes={minutesOn(day)}
                    chosen={chosen === day}
                    choose={() => choose(chosen === day ? null : day)}
                  />
                )
              })}
            </div>
            {here && chosen !== null ? (
              <div ref={panel}>
                <DayPanel
                  day={chosen}
                  minutes={minutesOn(chosen)}
                  ahead={days?.find((one) => one.day === chosen)}
                  worth={worth}
                  setDay={(minutes) => setDay(chosen, minutes)}
                  setWeekday={(minutes) => setWeekday(weekdayOf(chosen), minutes)}
                />
              </div>
            ) : null}
          </div>
        )
      })}
      {weeks > shown ? (
        <button type="button" className="btn btn-quiet btn-small" onClick={() => showAll(true)}>
          {t('plan.allWeeks', { n: weeks })}
        </button>
      ) : null}
    </section>
  )
}
