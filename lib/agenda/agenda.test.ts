import { describe, expect, it } from 'vitest'
import { drained } from '#lib/base/index.ts'
import { type Exam, foldCards, type StoredEntry } from '#lib/log/index.ts'
import { dayOfDate } from '#lib/scheduling/index.ts'
import { buildSession, type Pack, studiedToday } from '#lib/session/index.ts'
import { defaultSettings } from '#lib/sync/index.ts'
import {
  examEntryOf,
  examOf,
  gradeOf,
  minutesEntryOf,
  NOON,
  numberedId,
  reviewOf,
  storedOf,
} from '#lib/testing/entries.ts'
import { packOfMarked } from '#lib/testing/pack.ts'
import {
  agendaOf,
  byPlan,
  examsIn,
  groupsOf,
  leaveOutFirst,
  minutesOn,
  minutesToFit,
  outlookOf,
  reportOf,
  scopeOf,
  worthOfMore,
} from './index.ts'

const DAY = 86_400_000
const SETTINGS = { ...defaultSettings, newPerDayMax: 3 }
const PLAN = { minutesPerDay: null, weekdaysOff: 0, datesOff: '' }

const packWith = (id: string, sections: Record<string, number>): Pack =>
  packOfMarked(
    id,
    id,
    Object.entries(sections).map(([heading, count]) => ({
      heading,
      text: Array.from({ length: count }, (_, n) => `[[Keeper ${heading} ${n} rowed ${n + 3} miles]].`).join(' '),
    })),
  )
const tides = packWith('tides', { Ebb: 30, Flood: 20, Neap: 10 })
const reefs = packWith('reefs', { North: 12 })
const whole = (setId: string) => ({ setId, section: null, weight: 1 })

const answersTo = (pack: Pack, count: number, day: number, from: number): StoredEntry[] =>
  pack.facts.slice(0, count).map((fact, n) => {
    const at = NOON + day * DAY + n * 1_000
    return storedOf(reviewOf(from + n, { at, grades: [gradeOf(fact.id, 3)], durationMs: 12_000 }))
  })

const inputOf = (exams: Exam[], { entries = [] as StoredEntry[], now = NOON, packs = [tides, reefs] } = {}) => {
  const planned = exams.map((exam, n) => storedOf(examEntryOf(9_000 + n, exam, numberedId(8_000 + n))))
  const all = [...planned, ...entries]
  const cards = foldCards(all)
  return { packs, cards, entries: all, settings: SETTINGS, now, tzOffsetMin: 0, seed: 's' }
}
const agendaFor = (...of: Parameters<typeof inputOf>) => {
  const agenda = agendaOf(inputOf(...of))
  if (!agenda) throw new Error('No exam is ahead')
  return agenda
}
const examTo = (change: Partial<Exam> = {}) => examOf({ parts: [whole('tides')], ...change })

describe('the minutes of a day', () => {
  const sunday = dayOfDate('2026-03-01')

  it('are those of its weekday, unless the day was planned by itself or is off', () => {
    const said = minutesEntryOf(1, [0, 10, 10, 10, 10, 10, 40], [{ date: '2026-03-08', minutes: 25 }])
    const on = minutesOn(said, { ...PLAN, datesOff: '2026-03-07,2026-03-08' })
    expect([0, 1, 6, 7, 13].map((day) => on(sunday + day))).toEqual([0, 10, 0, 25, 40])
  })

  it('are those of the settings where nothing was planned', () => {
    expect(minutesOn(null, PLAN)(sunday)).toBe(20)
    expect(minutesOn(null, { ...PLAN, minutesPerDay: 7, weekdaysOff: 1 })(sunday)).toBe(0)
    expect(minutesOn(null, { ...PLAN, minutesPerDay: 7, weekdaysOff: 1 })(sunday + 1)).toBe(7)
  })
})

describe('what an exam asks for', () => {
  it('is a whole set but for the sections that count for more, or not at all', () => {
    const parts = [
      whole('tides'),
      { setId: 'tides', section: 'Ebb', weight: 0 },
      { setId: 'tides', section: 'Neap', weight: 2 },
    ]
    const { facts, missing } = scopeOf(examOf({ parts: [...parts, whole('elsewhere')] }), [tides, reefs], new Map())
    expect(facts.map(({ section }) => section)).toEqual([...Array(20).fill('Flood'), ...Array(10).fill('Neap')])
    expect([facts[0]?.weight, facts[29]?.weight]).toEqual([1, 2])
    expect(missing).toEqual(['elsewhere'])
  })

  it('is one section alone where the set as a whole is not named, and tells what was set aside', () => {
    const parts = [{ setId: 'tides', section: 'Neap', weight: 1 }]
    const key = `${tides.facts[50]?.id}|forward`
    const scope = scopeOf({ parts }, [tides], new Map([[key, { suspended: true }]]))
    expect([scope.facts.length, scope.setAside, scope.notAsked]).toEqual([9, 1, 0])
  })
})

describe('a day with an exam ahead', () => {
  const minutes = (n: number) => storedOf(minutesEntryOf(9_500, Array(7).fill(n)))
  const sessionOf = (exams: Exam[], entries: StoredEntry[], now = NOON) => {
    const input = inputOf(exams, { entries, now })
    const agenda = agendaOf(input)
    const enrolments = [tides, reefs].map(({ setId }, n) => ({ setId, addedAt: n, newPerDayMax: null, paused: false }))
    const today = studiedToday(entries, now, 0)
    const base = { ...input, enrolments, today, limits: { items: 20 }, secondsPerAnswer: 12 }
    return buildSession(agenda ? { ...base, plan: byPlan(agenda.plan) } : base)
  }

  it('holds what its minutes hold, whatever the daily limit for new facts', () => {
    const { counts, items } = sessionOf([examTo()], [minutes(8)])
    expect(counts).toMatchObject({ due: 0, new: 40, minutes: 8, planned: { exams: 8, others: 0 }, spent: false })
    expect(items).toHaveLength(20)
    expect(items.every(({ setId }) => setId === 'tides')).toBe(true)
  })

  it('gives what is due of other sets a quarter of them at most', () => {
    const { counts } = sessionOf([examTo()], [minutes(4), ...answersTo(reefs, 12, -9, 100)])
    expect(counts.planned).toEqual({ exams: 3, others: 1 })
    expect(counts.due).toBe(5)
  })

  it('lets no daily limit be used up by an exam, and holds other sets to theirs', () => {
    // Three new facts a day of other sets, ten of the exam begun today already.
    const { counts } = sessionOf([examTo()], [minutes(60), ...answersTo(tides, 10, 0, 100)], NOON + 3_600_000)
    expect(counts).toMatchObject({ new: 50 + 3, due: 0 })
  })

  it('asks nothing on a day off, and is an ordinary day again once the exam is over', () => {
    expect(sessionOf([examTo()], [minutes(0)]).counts).toMatchObject({ due: 0, new: 0, dayOff: true })
    const after = sessionOf([examTo()], [minutes(8)], Date.UTC(2026, 2, 15, 9, 1))
    expect(after.counts).toMatchObject({ new: 3 })
    expect(after.counts.planned).toBeUndefined()
  })

  it('counts what was studied today against its minutes', () => {
    const { counts } = sessionOf([examTo()], [minutes(8), ...answersTo(tides, 30, 0, 100)], NOON + 3_600_000)
    expect(counts).toMatchObject({ new: 10, minutes: 2 })
    const none = sessionOf([examTo()], [minutes(6), ...answersTo(tides, 30, 0, 100)], NOON + 3_600_000)
    expect(none.counts).toMatchObject({ new: 0, due: 0, spent: true })
  })

  it('plans for what a class assigned as for an exam of one’s own', () => {
    const wanted = {
      assignmentId: 'a',
      classTitle: 'Tides',
      setId: 'reefs',
      sections: null,
      date: '2026-03-10',
      time: '09:00',
    }
    const only = { ...inputOf([]), assignments: [wanted] }
    const agenda = agendaOf(only)
    expect(agenda?.exams.map(({ examId, assigned, exam }) => [examId, assigned, exam.title])).toEqual([
      ['a', true, 'Tides'],
    ])
    expect(agenda?.facts).toHaveLength(12)
    const both = agendaOf({ ...inputOf([examTo()]), assignments: [{ ...wanted, sections: ['North'] }] })
    expect(both?.exams.map(({ assigned }) => assigned)).toEqual([true, false])
    expect(agendaOf({ ...only, now: Date.UTC(2026, 2, 10, 9, 1) })).toBeNull()
  })

  it('knows of each fact the next exam that asks it', () => {
    const { plan, exams } = agendaFor([
      examTo({ date: '2026-03-20' }),
      examOf({ parts: [whole('reefs'), whole('tides')] }),
    ])
    expect(exams.map(({ exam }) => exam.date)).toEqual(['2026-03-15', '2026-03-20'])
    expect(new Set(plan.until.values())).toEqual(new Set([dayOfDate('2026-03-15')]))
    expect(examsIn(inputOf([examTo()], { now: NOON + 30 * DAY })).done).toHaveLength(1)
  })

  // A year of four nines had phones reckon through nearly three million days.
  it('reckons no further than some years, whatever date an exam has', () => {
    const { secondsByDay, exams } = agendaFor([examTo({ date: '9999-01-01' })])
    expect(secondsByDay.length).toBe(1_100)
    expect(exams[0]?.exam.date).toBe('9999-01-01')
  })
})

describe('a report', () => {
  const reportFor = (...of: Parameters<typeof inputOf>) => {
    const agenda = agendaFor(...of)
    const report = reportOf(agenda, drained(outlookOf(agenda, 's')), groupsOf(agenda.facts), 0)
    if (!report) throw new Error('No report')
    return { agenda, report }
  }
  const minutes = (n: number) => storedOf(minutesEntryOf(9_500, Array(7).fill(n)))

  it('says of how many facts how many would be recalled, by section, and each day until then', () => {
    const { report } = reportFor([examTo()], { entries: [minutes(6)] })
    expect(report.facts).toBe(60)
    expect(report.sections.map(({ section, count }) => [section, count])).toEqual([
      ['Ebb', 30],
      ['Flood', 20],
      ['Neap', 10],
    ])
    expect(report.recalled.low).toBeLessThan(report.recalled.high)
    expect(report.recalled.low).toBeGreaterThan(30)
    expect(report.idle.high).toBe(0)
    expect(report.days).toHaveLength(14)
    expect(report.days[0]?.first).toBeGreaterThan(15)
    expect(report.days[10]?.again).toBeGreaterThan(report.days[10]?.first ?? 0)
    expect(report.unseen).toBeLessThan(2)
    expect(report.risky).toHaveLength(8)
    for (const { minutes: mend } of report.risky) expect(mend).toBeGreaterThan(0)
  })

  it('says what will not fit, how many minutes more would do, and what to leave out first', () => {
    const parts = [whole('tides'), { setId: 'tides', section: 'Neap', weight: 0.5 }]
    const { agenda, report } = reportFor([examTo({ parts, date: '2026-03-04' })], { entries: [minutes(3)] })
    expect(report.unseen).toBeGreaterThan(15)
    const more = drained(minutesToFit(agenda, 0)) ?? 0
    expect(more).toBeGreaterThan(0)
    const enough = reportFor([examTo({ parts, date: '2026-03-04' })], { entries: [minutes(3 + more)] })
    expect(enough.report.unseen).toBeLessThan(3)
    expect(leaveOutFirst(report, ({ section }) => (section === 'Neap' ? 0.5 : 1))[0]?.section).toBe('Neap')
  })

  it('says what ten more minutes on a day would add: most where the day has hardly any', () => {
    const { agenda } = reportFor([examTo({ date: '2026-03-05' })], { entries: [minutes(3)] })
    const [worth = 0] = drained(worthOfMore(agenda, agenda.today + 1))
    expect(worth).toBeGreaterThan(0.1)
    const rich = agendaFor([examTo()], { entries: [minutes(60)] })
    expect(drained(worthOfMore(rich, rich.today + 1))[0]).toBeLessThan(0.03)
  })

  it('rises with what is known, and narrows with what was answered', () => {
    const first = reportFor([examTo()], { entries: [minutes(3)] }).report
    const days = [0, 1, 2, 4, 6, 8].flatMap((day) => answersTo(tides, 60, day, 1_000 + day * 100))
    const late = reportFor([examTo()], { entries: [minutes(3), ...days], now: NOON + 9 * DAY }).report
    expect(late.recalled.expected).toBeGreaterThan(first.recalled.expected + 4)
    expect(late.recalled.high - late.recalled.low).toBeLessThan(first.recalled.high - first.recalled.low)
    expect(late.chance).toBeGreaterThan(first.chance)
  })
})
