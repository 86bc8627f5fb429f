import { weekdaysOf } from '#lib/agenda/index.ts'
import type { EntryDraft, Learner } from '#lib/client/index.ts'
import { type Exam, plansOf } from '#lib/log/index.ts'
import { studyDayDate } from '#lib/scheduling/index.ts'

type Minutes = { weekdays: number[]; dates: { date: string; minutes: number }[] }
type Planning = Pick<Learner, 'entries' | 'settings'>

const MINUTES_MAX = 600

/** The learner's minutes as they stand, without days that are over. */
export const minutesSaid = ({ entries, settings }: Planning, today: number): Minutes => {
  const { minutes } = plansOf(entries)
  const from = studyDayDate(today)
  return {
    weekdays: [...weekdaysOf(minutes, settings)],
    dates: (minutes?.dates ?? []).filter(({ date }) => date >= from),
  }
}

export const withDay = ({ weekdays, dates }: Minutes, day: number, minutes: number): EntryDraft => {
  const date = studyDayDate(day)
  const others = dates.filter((one) => one.date !== date)
  const all = [...others, { date, minutes }].sort((a, b) => (a.date < b.date ? -1 : 1))
  return { kind: 'minutes', weekdays, dates: all }
}

export const withWeekday = ({ weekdays, dates }: Minutes, weekday: number, minutes: number): EntryDraft => ({
  kind: 'minutes',
  weekdays: weekdays.map((before, at) => (at === weekday ? minutes : before)),
  dates: dates.filter(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay() !== weekday),
})

/** So many minutes more on each day that has any. */
export const withMore = ({ weekdays, dates }: Minutes, more: number): EntryDraft => {
  const longer = (minutes: number) => (minutes > 0 ? Math.min(MINUTES_MAX, minutes + more) : 0)
  return {
    kind: 'minutes',
    weekdays: weekdays.map(longer),
    dates: dates.map(({ date, minutes }) => ({ date, minutes: longer(minutes) })),
  }
}

type Section = { setId: string; section: string | null }

/** The exam without some sections; a set without sections goes as a whole. */
export const without = (exam: Exam, sections: readonly Section[]): Exam => {
  const isNamed = (part: Section) =>
    sections.some(({ setId, section }) => part.setId === setId && part.section === section)
  const kept = exam.parts.filter((part) => !isNamed(part))
  return { ...exam, parts: [...kept, ...sections.map(({ setId, section }) => ({ setId, section, weight: 0 }))] }
}
