import type { DayAhead, Forecast, Outlook, Range } from '#lib/exams/index.ts'
import type { Agenda, ExamAhead } from './agenda.ts'
import type { ExamFact } from './facts.ts'

/** Facts of an exam that stand under one heading. */
export type Group = { readonly setId: string; readonly section: string | null; readonly facts: readonly number[] }

/** By set and section, in the order of the agenda's facts. */
export const groupsOf = (facts: readonly ExamFact[]): Group[] => {
  const groups = new Map<string, { setId: string; section: string | null; facts: number[] }>()
  for (const [index, { pack, section }] of facts.entries()) {
    const name = `${pack.setId}\n${section ?? ''}`
    const group = groups.get(name) ?? { setId: pack.setId, section, facts: [] }
    group.facts.push(index)
    groups.set(name, group)
  }
  return [...groups.values()]
}

export type SectionForecast = Range & {
  readonly setId: string
  readonly section: string | null
  /** Facts of it that count. */
  readonly count: number
  /** Facts of it that are not expected to be met by then. */
  readonly unseen: number
}

export type RiskyFact = {
  readonly fact: ExamFact
  /** The chance that it is recalled that morning. */
  readonly recall: number
  /** Whether it is expected to be met by then. */
  readonly met: boolean
  /** Minutes that would mend it, on top of the plan; null: it cannot be by then. */
  readonly minutes: number | null
}

export type ExamReport = {
  /** Facts that count. */
  readonly facts: number
  /** Facts expected to be recalled that morning, with the 90 % range; and if nothing more were studied. */
  readonly recalled: Range
  readonly idle: Range
  /** The chance to reach the goal, 0–1, never quite either. */
  readonly chance: number
  readonly sections: readonly SectionForecast[]
  /** Facts that are not expected to be met by then. */
  readonly unseen: number
  readonly risky: readonly RiskyFact[]
  readonly days: readonly DayAhead[]
}

const RISKY = 8
/** Met in fewer of the samples than this, a fact is taken not to be. */
const MET_FROM = 0.5

const factsIn = (weights: readonly number[], facts: readonly ExamFact[]): number =>
  new Set(facts.flatMap(({ fact }, index) => ((weights[index] ?? 0) > 0 ? [fact.id] : []))).size

const times = ({ expected, low, high }: Range, count: number): Range => ({
  ...{ expected: expected * count, low: low * count, high: high * count },
})

/** The share of samples that reach a goal, with one more of each kind, since so few samples are never sure (Laplace). */
const chanceOf = ({ samples }: Forecast, goal: number): number =>
  (samples.filter((share) => share >= goal).length + 1) / (samples.length + 2)

const riskyOf = (agenda: Agenda, { weights, day }: ExamAhead, { byFact, met }: Forecast): RiskyFact[] =>
  agenda.facts
    .flatMap((fact, index) => {
      const lost = (weights[index] ?? 0) * (1 - (byFact[index] ?? 0))
      return lost > 0 ? [{ fact, index, lost }] : []
    })
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
    .slice(0, RISKY)
    .map(({ fact, index }) => {
      const seconds = agenda.tutor.secondsToMend(index, agenda.today, day)
      return {
        ...{ fact, recall: byFact[index] ?? 0, met: (met[index] ?? 0) >= MET_FROM },
        minutes: seconds === null ? null : seconds / agenda.speed / 60,
      }
    })

/** What an outlook says of one of the agenda's exams. */
export const reportOf = (agenda: Agenda, outlook: Outlook, groups: readonly Group[], at: number): ExamReport | null => {
  const exam = agenda.exams[at]
  const forecast = outlook.exams[at]
  if (!exam || !forecast) return null
  const { weights } = exam
  const unmet = (facts: readonly number[]) =>
    facts.reduce((sum, fact) => sum + ((weights[fact] ?? 0) > 0 ? 1 - (forecast.met[fact] ?? 0) : 0), 0)
  const facts = factsIn(weights, agenda.facts)
  const sections = groups.flatMap((group, index): SectionForecast[] => {
    const count = group.facts.filter((fact) => (weights[fact] ?? 0) > 0).length
    const range = forecast.byGroup[index]
    if (count === 0 || !range) return []
    return [{ ...group, ...times(range, count), count, unseen: unmet(group.facts) }]
  })
  return {
    ...{ facts, sections, recalled: times(forecast, facts), idle: times(forecast.idle, facts) },
    chance: chanceOf(forecast, exam.exam.goal),
    unseen: sections.reduce((sum, { unseen }) => sum + unseen, 0),
    risky: riskyOf(agenda, exam, forecast),
    days: outlook.days.filter(({ day }) => day < exam.day),
  }
}

/**
 * Sections to leave out first where not all fits: those that count least and are least begun, as few as hold what would not be
 * met anyway.
 */
export const leaveOutFirst = ({ sections, unseen }: ExamReport, weightOf: (section: SectionForecast) => number) => {
  const setsWithHeadings = new Set(sections.flatMap(({ setId, section }) => (section === null ? [] : [setId])))
  const inOrder = sections
    // What stands under no heading cannot be named apart from its set.
    .filter(({ unseen, section, setId }) => unseen > 0 && (section !== null || !setsWithHeadings.has(setId)))
    .sort((a, b) => weightOf(a) - weightOf(b) || b.unseen / b.count - a.unseen / a.count || b.unseen - a.unseen)
  const chosen: SectionForecast[] = []
  let left = unseen
  for (const section of inOrder) {
    if (left < 1 || chosen.length === sections.length - 1) break
    chosen.push(section)
    left -= section.unseen
  }
  return chosen
}
