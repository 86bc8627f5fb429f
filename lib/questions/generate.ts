import { err, ok, type Result, seededRandom } from '#lib/base/index.ts'
import { type Extraction, extractFacts, type NameGroup } from '#lib/facts/index.ts'
import { type Document, type Format, readDocument, type SourceRefusal } from '#lib/source/index.ts'
import type { Draft, Fact, Surroundings } from './draft.ts'
import { choiceDraft } from './forms/choice.ts'
import { clozeDraft, numberDraft, typedDraft } from './forms/cloze.ts'
import { matchDrafts, orderDrafts } from './forms/sets.ts'
import { falseDraft, trueDraft } from './forms/trueFalse.ts'
import { failedLints, setLints } from './lints/index.ts'
import { Pool } from './pool.ts'
import { tierOf } from './tier.ts'
import type { Generated, GeneratedFact } from './types.ts'

export type GenerateInput = { text: string; format: Format; title?: string; names?: NameGroup[] }
export type GenerateRefusal = SourceRefusal

class Writer {
  private readonly document: Document
  private readonly facts: readonly Fact[]
  private readonly pool: Pool
  private readonly around: Surroundings
  private trues = 0
  private falses = 0
  private readonly stated = new Set<number>()

  constructor(document: Document, { facts, entities }: Extraction) {
    this.document = document
    this.facts = facts
    this.pool = new Pool(facts, entities)
    this.around = {
      text: document.text,
      alsoTrue: (fact, option) => this.alsoTrue(fact, option),
      sameThing: (a, b) => this.pool.sameThing(a, b),
    }
  }

  private alsoTrue(fact: Fact, option: string): boolean {
    if (fact.slot.kind === 'date') return this.pool.yearAlsoTrue(fact, Number(option))
    const entity = this.pool.table.find(option)
    return entity !== undefined && this.pool.entityAlsoTrue(fact, entity)
  }

  private readonly contextLine = (fact: Fact): string => {
    const heading = this.document.sections[fact.section]?.heading
    const title = this.document.titled ? this.document.title : ''
    return heading && heading !== title ? `${title} › ${heading}` : title
  }

  /** All questions, with lints and tiers. `onProgress` gets 0–1. */
  write(onProgress?: (share: number) => void): Draft[] {
    const drafts: Draft[] = []
    this.facts.forEach((fact, i) => {
      if (i % 50 === 0) onProgress?.(i / this.facts.length)
      for (const draft of this.checked(this.formsOf(fact))) drafts.push(draft)
    })
    for (const draft of this.checked(orderDrafts(this.facts, this.document.title, this.contextLine))) drafts.push(draft)
    for (const draft of this.checked(matchDrafts(this.facts, this.contextLine))) drafts.push(draft)
    for (const [name, lint] of Object.entries(setLints))
      for (const draft of lint(drafts.filter((one) => one.question.lints.length === 0))) draft.question.lints.push(name)
    for (const draft of drafts) draft.question.tier = tierOf(draft)
    return drafts
  }

  private checked(drafts: (Draft | null)[]): Draft[] {
    const out = drafts.filter((draft) => draft !== null)
    for (const draft of out) draft.question.lints = failedLints(draft, this.around)
    return out
  }

  private formsOf(fact: Fact): (Draft | null)[] {
    const context = this.contextLine(fact)
    const random = seededRandom(fact.id)
    const recalled = [typedDraft(fact, context), clozeDraft(fact, context)]
    return [
      ...recalled,
      numberDraft(fact, context),
      choiceDraft(fact, this.pool, context, random),
      this.statement(fact, context),
    ]
  }

  /** True and false statements take turns, so that neither answer is the likelier one. */
  private statement(fact: Fact, context: string): Draft | null {
    if (fact.attribution || this.stated.has(fact.quote.start)) return null
    const wrong =
      this.falses <= this.trues ? falseDraft(fact, this.pool, context, seededRandom(`${fact.id}|false`)) : null
    const draft = wrong ?? (this.trues <= this.falses ? trueDraft(fact, context) : null)
    if (!draft) return null
    if (failedLints(draft, this.around).length === 0) {
      this.stated.add(fact.quote.start)
      if (draft.question.key === 'true') this.trues++
      else this.falses++
    }
    return draft
  }
}

const publicFact = ({ id, statement, quote, kind, attribution, confidence }: Fact): GeneratedFact => ({
  id,
  statement,
  quote,
  kind,
  ...(attribution ? { attribution } : {}),
  confidence,
})

/** Makes facts and questions from a text. `onProgress` gets the share done, 0–1. Pure: the same text gives the same bytes. */
export const generate = (
  input: GenerateInput,
  onProgress?: (share: number) => void,
): Result<Generated, GenerateRefusal> => {
  const read = readDocument(input)
  if (!read.ok) return err(read.error)
  const document = read.value
  const extraction = extractFacts(document, input.names ?? [], onProgress && ((share) => onProgress(share * 0.8)))
  const drafts = new Writer(document, extraction).write(onProgress && ((share) => onProgress(0.8 + share * 0.2)))
  const asked = new Set(drafts.flatMap((draft) => draft.question.factIds))
  onProgress?.(1)
  const { title, language, words, text, sections } = document
  return ok({
    document: {
      title,
      language,
      words,
      text,
      sections: sections.map(({ heading, start, end }) => ({ heading, start, end })),
    },
    facts: extraction.facts.filter((fact) => asked.has(fact.id)).map(publicFact),
    questions: drafts.map((draft) => draft.question),
    aliases: extraction.aliases,
    skipped: extraction.skipped,
  })
}
