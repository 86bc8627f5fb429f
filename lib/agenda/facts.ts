import { type CardState, cardKey, type Direction, type Exam } from '#lib/log/index.ts'
import { askable, type Pack, type PackFact } from '#lib/session/index.ts'

/** A card that an exam asks for. `weight`: what it counts there, directions of a fact sharing theirs. */
export type ExamFact = {
  readonly key: string
  readonly fact: PackFact
  readonly direction: Direction
  readonly pack: Pack
  readonly section: string | null
  readonly weight: number
}

export type Scope = {
  readonly facts: readonly ExamFact[]
  /** Sets of the exam that are not on this device. */
  readonly missing: readonly string[]
  /** Facts that were set aside, and those that nothing asks by themselves: the plan leaves them out. */
  readonly setAside: number
  readonly notAsked: number
}

const headingsOf = (pack: Pack): ReadonlyMap<string, string> =>
  new Map(pack.documents.flatMap(({ sections }) => sections.map(({ id, heading }) => [id, heading])))

/** What each section of a set counts: its own weight, or that of the set as a whole. */
const weightsIn = (exam: Pick<Exam, 'parts'>, setId: string): ((section: string | null) => number) => {
  const parts = exam.parts.filter((part) => part.setId === setId)
  const whole = parts.find(({ section }) => section === null)?.weight ?? 0
  const own = new Map(parts.map(({ section, weight }) => [section, weight]))
  return (section) => own.get(section) ?? whole
}

/** The cards that an exam asks for, in the order of its sets; a fact of two sets counts in the first. */
export const scopeOf = (
  exam: Pick<Exam, 'parts'>,
  packs: readonly Pack[],
  cards: ReadonlyMap<string, Pick<CardState, 'suspended'>>,
): Scope => {
  const facts = new Map<string, ExamFact>()
  const setIds = [...new Set(exam.parts.map(({ setId }) => setId))]
  const missing = setIds.filter((setId) => !packs.some((pack) => pack.setId === setId))
  let [setAside, notAsked] = [0, 0]
  for (const pack of packs) {
    if (!setIds.includes(pack.setId)) continue
    const weightOf = weightsIn(exam, pack.setId)
    const headings = headingsOf(pack)
    const canAsk = askable(pack)
    for (const fact of pack.facts) {
      const section = (fact.sectionId && headings.get(fact.sectionId)) || null
      const weight = weightOf(section)
      if (weight <= 0) continue
      const asked = fact.directions.filter((direction) => canAsk(fact, direction))
      const open = asked.filter((direction) => !cards.get(cardKey(fact.id, direction))?.suspended)
      if (asked.length === 0) notAsked += 1
      else if (open.length === 0) setAside += 1
      for (const direction of open) {
        const key = cardKey(fact.id, direction)
        if (!facts.has(key)) facts.set(key, { key, fact, direction, pack, section, weight: weight / open.length })
      }
    }
  }
  return { facts: [...facts.values()], missing, setAside, notAsked }
}
