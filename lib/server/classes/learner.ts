import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import { recallOf } from '#lib/gradebook/index.ts'
import { dayOfDate } from '#lib/scheduling/index.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { type FactWords, wordsOfFacts } from './facts.ts'
import { bookOf, type GradeColumn, type GradeRow } from './grades.ts'
import type { AttemptLine } from './marks.ts'

/** A fact that one learner is likely to have forgotten on the day of what asks for it. */
export type WeakFact = FactWords & { readonly factId: string; readonly today: number; readonly due: number }
/** The weakest facts of one thing that was assigned. */
export type WeakIn = {
  readonly assignmentId: string
  readonly setId: string
  readonly title: string
  readonly language: string
  /** Those whom it is for; null: the whole class. */
  readonly toIds: readonly string[] | null
  readonly facts: readonly WeakFact[]
}
export type LearnerView = {
  readonly row: GradeRow
  readonly columns: readonly GradeColumn[]
  readonly today: number
  /** Of what they have met, what is expected to be recalled least first, by what asks for it. */
  readonly weakest: readonly WeakIn[]
  /** The last first. */
  readonly attempts: readonly AttemptLine[]
}

const WEAKEST = 12

/**
 * What one learner of a class did for what it was assigned, for those who teach it: from the answers given since joining in
 * what is assigned, and from nothing else. Throws `not-found`.
 */
export const learnerIn = async (
  viewer: Viewer,
  { classId, userId }: { readonly classId: string; readonly userId: string },
  now: Millis = Date.now(),
): Promise<LearnerView> => {
  const { book, material } = await bookOf(viewer, classId, now, userId)
  const [row] = book.rows
  if (!row) throw new Refusal('not-found')
  const { today, assigned, facts, standings, marks } = material
  const theirs = assigned.filter((_, nth) => row.cells[nth]?.kind === 'study')
  const weak = new Map<string, { today: number; due: number; of: (typeof theirs)[number] }>()
  for (const of of theirs) {
    const day = Math.max(today, dayOfDate(of.dueDate ?? ''))
    for (const memory of standings.get(of.id)?.get(userId)?.memories ?? []) {
      const due = recallOf([memory], 1, day)
      // Asked for twice, a fact stands where it is wanted last.
      if (due < (weak.get(memory[0])?.due ?? 2)) weak.set(memory[0], { today: recallOf([memory], 1, today), due, of })
    }
  }
  const least = [...weak].sort(([, a], [, b]) => a.due - b.due).slice(0, WEAKEST)
  const versions = theirs.flatMap(({ id }) => facts.get(id)?.setVersionId ?? [])
  const words = await wordsOfFacts(
    [...new Set(versions)],
    least.map(([factId]) => factId),
  )
  const attempts = assigned.flatMap(({ id }) => marks.get(id)?.get(userId)?.attempts ?? [])
  return {
    ...{ row, columns: book.columns, today },
    weakest: [...new Set(least.map(([, { of }]) => of))].flatMap((one): WeakIn[] => {
      const asked = facts.get(one.id)
      const said = least.flatMap(([factId, { of, ...recall }]): WeakFact[] => {
        const found = of === one ? words.get(factId) : undefined
        return found ? [{ factId, ...recall, ...found }] : []
      })
      if (!asked || said.length === 0) return []
      const { id: assignmentId, setId, title } = one
      const toIds = one.toIds === null ? null : [userId]
      return [{ assignmentId, setId, title: title ?? asked.title, language: asked.language, toIds, facts: said }]
    }),
    attempts: [...attempts].sort((a, b) => b.startedAt - a.startedAt),
  }
}
