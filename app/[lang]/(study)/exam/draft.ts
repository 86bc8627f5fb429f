import { weekdaysOf } from '#lib/agenda/index.ts'
import type { EntryDraft, Learner } from '#lib/client/index.ts'
import { type Exam, type ExamPart, plansOf } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/index.ts'

/** What a section counts, as its learner chooses it. */
export const WEIGHTS = [0, 0.5, 1, 2] as const

/** An exam as the form holds it. */
export type ExamDraft = {
  title: string
  date: string
  time: string
  /** By set and section: what it counts. Sets that are not among them are no part of the exam. */
  sets: Record<string, Record<string, number>>
  goal: number
  purpose: Exam['purpose']
  weekdays: number[]
}

type Planning = Pick<Learner, 'entries' | 'settings'>

const GOAL = 0.8
const TIME = '09:00'

/** The sections of a set in which something is asked, in the order of the text. */
export const sectionsOf = (pack: Pack): string[] => {
  const asked = new Set(pack.facts.map(({ sectionId }) => sectionId))
  const sections = pack.documents.flatMap((document) => document.sections)
  return [...new Set(sections.filter(({ id }) => asked.has(id)).map(({ heading }) => heading))]
}

const partsIn = (parts: readonly ExamPart[]): ExamDraft['sets'] => {
  const sets: ExamDraft['sets'] = {}
  for (const { setId, section, weight } of parts) {
    const weights = sets[setId] ?? {}
    if (section !== null) weights[section] = weight
    sets[setId] = weights
  }
  return sets
}

/** The form of an exam that is there, or of a new one in all that is studied. */
export const draftOf = (learner: Planning & Pick<Learner, 'packs'>, exam: Exam | null): ExamDraft => ({
  title: exam?.title ?? '',
  date: exam?.date ?? '',
  time: exam?.time ?? TIME,
  sets: exam ? partsIn(exam.parts) : learner.packs.length === 1 ? { [learner.packs[0]?.setId ?? '']: {} } : {},
  goal: exam?.goal ?? GOAL,
  purpose: exam?.purpose ?? 'exam',
  weekdays: [...weekdaysOf(plansOf(learner.entries).minutes, learner.settings)],
})

/** What keeps a draft from being an exam, as the name of the field; null: nothing. */
export const lackOf = ({ title, date, sets, weekdays }: ExamDraft, today: string): keyof ExamDraft | null => {
  if (title.trim() === '') return 'title'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date <= today) return 'date'
  if (Object.keys(sets).length === 0) return 'sets'
  return weekdays.some((minutes) => minutes > 0) ? null : 'weekdays'
}

const examOf = ({ title, date, time, sets, goal, purpose }: ExamDraft, before: Exam | null): Exam => ({
  ...{ title: title.trim(), date, time: time || TIME },
  parts: Object.entries(sets).flatMap(([setId, weights]) => [
    { setId, section: null, weight: 1 },
    ...Object.entries(weights)
      .filter(([, weight]) => weight !== 1)
      .map(([section, weight]) => ({ setId, section, weight })),
  ]),
  ...{ goal, purpose, result: before?.result ?? null, said: before?.said ?? null },
})

/** What saving a draft says: the exam, and the minutes of the week where they changed. */
export const entriesOf = (
  draft: ExamDraft,
  examId: string,
  before: Exam | null,
  { entries, settings }: Planning,
): EntryDraft[] => {
  const { minutes } = plansOf(entries)
  const same = weekdaysOf(minutes, settings).every((value, at) => value === draft.weekdays[at])
  const said: EntryDraft[] = same ? [] : [{ kind: 'minutes', weekdays: draft.weekdays, dates: minutes?.dates ?? [] }]
  return [{ kind: 'exam', examId, exam: examOf(draft, before) }, ...said]
}
