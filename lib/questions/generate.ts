import { drained, err, ok, type Result, seededRandom, tells } from '#lib/base/index.ts'
import { type Extraction, extractInSteps, type NameGroup } from '#lib/facts/index.ts'
import { type Document, type Format, readDocument, type SourceRefusal } from '#lib/source/index.ts'
import type { Draft, Fact, Surroundings } from './draft.ts'
import { tellingOf } from './forms/base.ts'
import { choiceDraft } from './forms/choice.ts'
import { clozeDraft, numberDraft, typedDraft } from './forms/cloze.ts'
import { matchDrafts, orderDrafts } from './forms/sets.ts'
import { sharesWord } from './lints/answer.ts'
import { failedLints, setLints } from './lints/index.ts'
import { Pool } from './pool.ts'
import { answersOf, statementOf } from './statements.ts'
import { tierOf } from './tier.ts'
import type { Generated, GeneratedFact } from './types.ts'

export type GenerateInput = { text: string; format: Format; title?: string; names?: NameGroup[] }
export type GenerateRefusal = SourceRefusal
/** What is being done, and the share of all that is done, 0–1, rising. */
export type GenerateStep = { stage: 'reading' | 'names' | 'facts' | 'questions'; share: number }

/** Where each stage begins in the whole, by the time that it takes. */
const BEGINS = { reading: 0, names: 0.05, facts: 0.35, questions: 0.8, done: 1 } as const
/** Facts between two steps. */
const STEP = 50

const stepOf = (stage: GenerateStep['stage'], share: number, end: number): GenerateStep => ({
  stage,
  share: BEGINS[stage] + share * (end - BEGINS[stage]),
})

class Writer {
  private readonly document: Document
  private readonly facts: readonly Fact[]
  readonly pool: Pool
  readonly around: Surroundings

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

  /** What stands above a question: title and section. A heading that gives the answer away is not shown there. */
  readonly contextLine = (fact: Fact): string => {
    const heading = this.document.sections[fact.section]?.heading
    const title = this.document.titled ? this.document.title : ''
    return heading && heading !== title && !tells(heading, tellingOf(fact)) && !sharesWord(heading, fact.slot.answer)
      ? `${title} › ${heading}`
      : title
  };

  /** All questions, with lints and tiers. */
  *write(): Generator<GenerateStep, Draft[]> {
    const drafts: Draft[] = []
    const stating = { pool: this.pool, around: this.around, contextOf: this.contextLine }
    const answers = answersOf(this.facts, stating)
    for (const [i, fact] of this.facts.entries()) {
      if (i % STEP === 0) yield stepOf('questions', i / this.facts.length, BEGINS.done)
      for (const draft of this.checked(this.formsOf(fact))) drafts.push(draft)
      const answer = answers.get(fact)
      const statement = answer ? statementOf(fact, answer, stating) : null
      if (statement) drafts.push(statement)
    }
    for (const draft of this.checked(orderDrafts(this.facts, this.document.title, this.contextLine))) drafts.push(draft)
    for (const draft of this.checked(matchDrafts(this.facts, this.contextLine))) drafts.push(draft)
    for (const draft of drafts) draft.question.tier = tierOf(draft)
    for (const [name, lint] of Object.entries(setLints))
      for (const draft of lint(drafts.filter(({ question }) => question.tier === 'A'))) {
        draft.question.lints.push(name)
        draft.question.tier = tierOf(draft)
      }
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
    if (fact.kind === 'relation') return []
    const recalled = [typedDraft(fact, context), clozeDraft(fact, context)]
    return [...recalled, numberDraft(fact, context), choiceDraft(fact, this.pool, context, random)]
  }
}

export const publicFact = ({ id, statement, quote, kind, attribution, confidence }: Fact): GeneratedFact => ({
  id,
  statement,
  quote,
  kind,
  ...(attribution ? { attribution } : {}),
  confidence,
})

/** A document with its facts and all that was drafted from them, before it is put into the shape that others read. */
export type Written = { document: Document; extraction: Extraction; drafts: Draft[] } & Pick<
  Writer,
  'pool' | 'around' | 'contextLine'
>

/** Sentence by sentence, first for the names and then for the facts. */
function* extracted(document: Document, names: readonly NameGroup[]): Generator<GenerateStep, Extraction> {
  const work = extractInSteps(document, names)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    const { stage, share } = step.value
    yield stepOf(stage, share, stage === 'names' ? BEGINS.facts : BEGINS.questions)
  }
}

/** Reads a text, finds its facts and drafts its questions; whoever draws the steps sees how far it is, and may stop. */
function* writeInSteps(input: GenerateInput): Generator<GenerateStep, Result<Written, GenerateRefusal>> {
  yield { stage: 'reading', share: 0 }
  const read = readDocument(input)
  if (!read.ok) return err(read.error)
  const document = read.value
  const extraction = yield* extracted(document, input.names ?? [])
  const writer = new Writer(document, extraction)
  const drafts = yield* writer.write()
  const { pool, around, contextLine } = writer
  return ok({ document, extraction, drafts, pool, around, contextLine })
}

export const write = (input: GenerateInput): Result<Written, GenerateRefusal> => drained(writeInSteps(input))

export const generatedFrom = ({ document, extraction, drafts }: Written): Generated => {
  const asked = new Set(drafts.flatMap((draft) => draft.question.factIds))
  const { title, language, words, text, sections } = document
  return {
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
  }
}

/** As `writeInSteps`, in the shape that others read. */
export function* generateInSteps(input: GenerateInput): Generator<GenerateStep, Result<Generated, GenerateRefusal>> {
  const written = yield* writeInSteps(input)
  return written.ok ? ok(generatedFrom(written.value)) : err(written.error)
}

/** Makes facts and questions from a text. Pure: the same text gives the same bytes. */
export const generate = (input: GenerateInput): Result<Generated, GenerateRefusal> => drained(generateInSteps(input))
