import { drained } from '#lib/base/index.ts'
import { type Document, levelled, type SourceSpan } from '#lib/source/index.ts'
import { ASKED_A_SENTENCE, candidatesOf, chosenOf } from './candidates.ts'
import { Context } from './context.ts'
import { datesIn } from './dates.ts'
import { EntityTable, type NameGroup } from './entities.ts'
import { chunksOf, clauseOf, finiteVerbs } from './grammar.ts'
import { contentHash } from './hash.ts'
import { leadOf } from './lead.ts'
import { type CapitalStatistics, countCapitals, firstIsName, type KnownNames, mentionsIn } from './mentions.ts'
import { equated, knownNames } from './naming.ts'
import { acting, isOf, personOf, type TitlePerson } from './persons.ts'
import { quantitiesIn } from './quantities.ts'
import { claimSlots } from './slots/claims.ts'
import { definitionSlots } from './slots/definitions.ts'
import { relationSlots, turnOf } from './slots/relations.ts'
import { termKey } from './slots/termhood.ts'
import { standing } from './standing.ts'
import { structuralFacts } from './structure.ts'
import { piecesOf, tokensOf } from './tokens.ts'
import type { Entity, Fact, Lead } from './types.ts'
import { type Candidate, raised, rendered, type Terms, type View } from './view.ts'

export type Skip = { start: number; end: number; reason: string }

/** How far the reading of a document is: the share of its sentences done in this stage, 0–1. */
export type ExtractionStep = { stage: 'names' | 'facts'; share: number }

export type Extraction = { facts: Fact[]; skipped: Skip[]; entities: EntityTable; aliases: string[][] }

const REASONS: Record<string, string> = {
  quote: 'quotation',
  opinion: 'opinion',
  hypothetical: 'possibility, not a fact',
  plan: 'plan or forecast',
  negated: 'negated',
  superseded: 'figure that was replaced',
  boilerplate: 'part of the page, not of the text',
  question: 'question',
  address: 'speaks to or for the reader',
  fragment: 'not a whole sentence',
}
/** Classes of sentences that may open another's stem. */
const LEADS = /^(?:assertion|attributed|negated)$/
/** Why a sentence states nothing that may be asked as a fact, whoever asks. */
export const notAsserted: ReadonlySet<string> = new Set(Object.values(REASONS))
/** Why a sentence that stands alone and states something makes no fact. */
export const NOTHING_CERTAIN = 'nothing certain to ask'
/** Score from which a sentence has something better to ask than which way round it is. */
const CLEAR = 0.66
/** Letters of a heading or emphasised run that may be a term. */
const TERM_MOST = 50
/** Sentences between two steps. */
const STEP = 200

class Extractor {
  private readonly document: Document
  private readonly statistics: CapitalStatistics = { capital: new Map(), lower: new Map() }
  readonly table = new EntityTable()
  private readonly counts = new Map<string, number>()
  private terms: Terms
  private readonly pairs: [string, string][] = []
  private readonly ids = new Map<string, number>()
  private readonly stated = new Set<string>()
  private known: KnownNames = new Map()
  private emphasisAt = 0
  /** Whom the title names, where the text speaks of "he" or "she" all along. */
  private readonly person: TitlePerson | null
  /** The sentence before, where it can stand alone. */
  private before: View | null = null

  constructor(document: Document) {
    this.document = document
    this.person = personOf(document)
    this.terms = {
      counts: this.counts,
      emphasised: this.keysOf(document.emphasised),
      headings: this.keysOf(document.sections),
      title: document.title,
      titleWords: new Set(),
    }
  }

  private keysOf(spans: { start: number; end: number; heading?: string }[]): Set<string> {
    const out = new Set<string>()
    for (const span of spans) {
      if (span.heading === undefined && span.end - span.start > TERM_MOST * 2) continue
      const text = (span.heading ?? this.document.text.slice(span.start, span.end)).toLowerCase().trim()
      if (text.length > TERM_MOST) continue
      out.add(text)
      if (/[^s]s$/.test(text)) out.add(text.slice(0, -1))
    }
    return out
  }

  private sentence(
    index: number,
  ): { text: string; level: string; start: number; end: number; block: number; section: number } | null {
    const sentence = this.document.sentences[index]
    if (!sentence) return null
    const text = this.document.text.slice(sentence.start, sentence.end)
    return { ...sentence, text, level: levelled(text) }
  }

  /** First pass: how words are capitalised, so that a sentence's first word can be judged. */
  countAll(): void {
    for (let i = 0; i < this.document.sentences.length; i++) {
      const sentence = this.sentence(i)
      if (sentence && sentence.text.length < 4000) countCapitals(piecesOf(sentence.level), this.statistics)
    }
  }

  /** Second pass: names, what the text equates, and how often each noun phrase stands. */
  *nameAll(groups: readonly NameGroup[]): Generator<ExtractionStep, void> {
    this.known = knownNames(groups)
    for (let i = 0; i < this.document.sentences.length; i++) {
      if (i % STEP === 0) yield { stage: 'names', share: i / this.document.sentences.length }
      const sentence = this.sentence(i)
      if (!sentence || sentence.text.length > 4000) continue
      const pieces = piecesOf(sentence.level)
      const startsName = firstIsName(pieces, this.statistics)
      for (const mention of mentionsIn(pieces, startsName, this.known)) {
        const { person } = this
        const named = person !== null && isOf(person, mention)
        if (named) this.pairs.push([person.name, mention.text])
        this.table.add(
          named ? { ...mention, type: 'person' } : acting(mention, sentence.level),
          i,
          /\b[Tt]he $/.test(sentence.level.slice(Math.max(0, mention.start - 5), mention.start)),
        )
      }
      this.pairs.push(...equated(sentence.level))
      const tokens = tokensOf(sentence.text, sentence.start, !startsName)
      const view = { tokens } as View
      for (const chunk of chunksOf(tokens)) {
        for (let from = Math.max(chunk.from, chunk.head - 2); from <= chunk.head; from++) {
          const key = termKey(view, from, chunk.head)
          this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
        }
      }
    }
    this.table.settle(groups, this.pairs)
  }

  /** Emphasised runs of a stretch; sentences come in order, so that the search goes on from the last one. */
  private emphasisedWithin(start: number, end: number): SourceSpan[] {
    const { emphasised } = this.document
    while ((emphasised[this.emphasisAt]?.end ?? Number.POSITIVE_INFINITY) <= start) this.emphasisAt++
    const out: SourceSpan[] = []
    for (let i = this.emphasisAt; (emphasised[i]?.start ?? end) < end; i++)
      out.push(emphasised[i] ?? { start, end: start })
    return out
  }

  private view(index: number): View | null {
    const sentence = this.sentence(index)
    if (!sentence) return null
    const pieces = piecesOf(sentence.level)
    const startsName = firstIsName(pieces, this.statistics)
    const tokens = tokensOf(sentence.text, sentence.start, !startsName)
    const dates = datesIn(sentence.level, sentence.start)
    const dateEnds = dates.map((date) => tokens.findIndex((token) => token.start >= date.end)).filter((at) => at > 0)
    return {
      index,
      ...sentence,
      tokens,
      chunks: chunksOf(tokens),
      mentions: this.table.resolve(mentionsIn(pieces, startsName, this.known), sentence.start),
      dates,
      quantities: quantitiesIn(tokens, dates),
      clause: clauseOf(tokens, dateEnds),
      finite: finiteVerbs(tokens),
      classified: { class: 'fragment' },
      edits: [],
      emphasised: this.emphasisedWithin(sentence.start, sentence.end),
      firstSeenLower: this.statistics.lower.has((pieces[0]?.text ?? '').toLowerCase()),
    }
  }

  /** Third pass: facts of each sentence in turn, or the reason why it has none. */
  factsOf(index: number, context: Context, topics: ReadonlySet<Entity>): { facts: Fact[]; skip: Skip | null } {
    const bounds = this.document.sentences[index]
    if (!bounds) return { facts: [], skip: null }
    const skip = (reason: string): { facts: Fact[]; skip: Skip } => ({
      facts: [],
      skip: { start: bounds.start, end: bounds.end, reason },
    })
    if (bounds.end - bounds.start > 600) return skip('too long')
    const whole = this.view(index)
    if (!whole) return { facts: [], skip: null }
    const around = context.before(whole.block, whole.section, index, whole.clause?.past ?? false)
    const next = this.document.sentences[index + 1]
    const after = next ? levelled(this.document.text.slice(next.start, Math.min(next.end, next.start + 200))) : ''
    const { view, open, closing } = standing(whole, around, this.document.title, after)
    const kind = view.classified.class
    const definitions = definitionSlots(view, this.terms)
    const definesTerm = definitions[0] ? (view.tokens[view.clause?.subjectTo ?? 0]?.lemma ?? null) : null
    context.after({ ...whole, edits: view.edits }, open === null, definesTerm)
    const lead = open ? leadOf(view, this.before, around) : null
    this.before = open === null && LEADS.test(kind) ? view : null
    if (lead) view.edits = view.edits.filter((edit) => !closing.includes(edit))
    if (kind !== 'assertion' && kind !== 'attributed') return skip(REASONS[kind] ?? kind)
    if (open && !lead) return skip(open)
    const candidates = candidatesOf(view, definitions, {
      title: this.document.title,
      heading: this.document.sections[view.section]?.heading ?? '',
      terms: this.terms,
      topics,
    })
    const asked = chosenOf(candidates)
    const chosen =
      asked.some(({ score }) => score >= CLEAR) || lead
        ? asked
        : relationSlots(view)
            .concat(asked.length > 0 ? asked : claimSlots(view, this.terms))
            .slice(0, ASKED_A_SENTENCE)
    const facts = chosen.flatMap((candidate) => this.fact(view, candidate, lead) ?? [])
    if (facts.length === 0) return skip(chosen.length > 0 ? 'stated before' : NOTHING_CERTAIN)
    return { facts, skip: null }
  }

  private fact(view: View, candidate: Candidate, lead: Lead | null): Fact | null {
    const opening = lead ? [{ start: view.start, end: view.start, text: `${lead.text} ` }] : []
    const edits = [...opening, ...view.edits, ...(candidate.extraEdits ?? [])]
    const statement = raised(rendered(view, view.start, view.end, [...opening, ...view.edits]))
    const { clause, tokens } = view
    const subject = clause ? lemmas(tokens.slice(clause.subjectFrom, clause.subjectTo + 1)) : ''
    const relation = clause ? (tokens[clause.verb]?.lemma ?? '') : ''
    const outside = tokens.filter(
      (token) =>
        (token.end <= candidate.slot.start || token.start >= candidate.slot.end) &&
        !view.dates.some((date) => token.start < date.end && token.end > date.start),
    )
    const object = lemmas(outside)
    const repeat = `${candidate.kind}|${object}|${candidate.slot.answer}`
    if (this.stated.has(repeat)) return null
    this.stated.add(repeat)
    const key = `${candidate.kind}|${subject}|${relation}|${object}`
    const seen = this.ids.get(key) ?? 0
    this.ids.set(key, seen + 1)
    const attribution = view.classified.attribution
    const mentions = [...(lead?.mentions ?? []), ...view.mentions]
    const dates = [...(lead?.dates ?? []), ...view.dates]
    return {
      id: contentHash(seen === 0 ? key : `${key}|${seen}`),
      kind: candidate.kind,
      statement: /[.!?]["”')\]]*$/.test(statement) ? statement : `${statement}.`,
      quote: { start: view.start, end: view.end, exact: view.text },
      sentence: view.index,
      section: view.section,
      slot: candidate.slot,
      edits,
      turn: turnOf(tokens, mentions, dates),
      mentions,
      dates,
      subject,
      relation,
      ...(attribution ? { attribution } : {}),
      confidence: Math.round(Math.min(0.99, candidate.score) * 100) / 100,
      ...(lead ? { lead } : {}),
      ...(candidate.whOnly ? { whOnly: true } : {}),
      ...(candidate.wh ? { wh: lead ? `${lead.text} ${candidate.wh}` : candidate.wh } : {}),
      ...(candidate.label && !lead ? { label: candidate.label } : {}),
    }
  }
}

const lemmas = (tokens: { lemma: string; text: string; pos: string }[]): string =>
  tokens
    .filter((token) => /[\p{L}\p{N}]/u.test(token.text) && !/^(?:DET|ADP|PART|PUNCT|AUX|CCONJ)$/.test(token.pos))
    .map((token) => token.lemma)
    .join(' ')

/** Facts of a document with exact spans; every sentence without one has a reason. Can be left at any step. */
export function* extractInSteps(
  document: Document,
  groups: readonly NameGroup[] = [],
): Generator<ExtractionStep, Extraction> {
  const extractor = new Extractor(document)
  extractor.countAll()
  yield* extractor.nameAll(groups)
  const context = new Context(document, extractor.table)
  const topics = new Set(
    extractor.table.entities.filter(
      (entity) => document.titled && entity.names.some((name) => name.length > 2 && document.title.includes(name)),
    ),
  )
  const facts: Fact[] = []
  const skipped: Skip[] = []
  for (let i = 0; i < document.sentences.length; i++) {
    if (i % STEP === 0) yield { stage: 'facts', share: i / document.sentences.length }
    const result = extractor.factsOf(i, context, topics)
    facts.push(...result.facts)
    if (result.skip) skipped.push(result.skip)
  }
  const ids = new Set(facts.map((fact) => fact.id))
  for (const fact of structuralFacts(document)) if (!ids.has(fact.id)) facts.push(fact)
  const covered = facts.filter((fact) => fact.sentence < 0).map((fact) => fact.quote)
  return {
    facts: facts.sort((a, b) => a.quote.start - b.quote.start || a.slot.start - b.slot.start),
    skipped: outside(skipped, covered),
    entities: extractor.table,
    aliases: aliasesOf(extractor.table, groups),
  }
}

export const extractFacts = (document: Document, groups: readonly NameGroup[] = []): Extraction =>
  drained(extractInSteps(document, groups))

/** Groups of names for one thing: those found in the text, and those given that are not within one of them. */
const aliasesOf = (table: EntityTable, groups: readonly NameGroup[]): string[][] => {
  const aliases = table.entities.map((entity) => entity.names).filter((names) => names.length > 1)
  const holding = new Map<string, Set<string>[]>()
  const enter = (names: string[]): void => {
    const set = new Set(names)
    for (const name of set) {
      const sets = holding.get(name)
      if (sets) sets.push(set)
      else holding.set(name, [set])
    }
  }
  if (groups.length > 0) aliases.forEach(enter)
  for (const { names } of groups) {
    if (holding.get(names[0] ?? '')?.some((set) => names.every((name) => set.has(name)))) continue
    aliases.push(names)
    enter(names)
  }
  return aliases
}

/** Skips, in order, that lie in none of the spans; spans may come in any order. */
const outside = (skips: readonly Skip[], spans: readonly { start: number; end: number }[]): Skip[] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let reach = -1
  return skips.filter((skip) => {
    for (let span = sorted[next]; span && span.start <= skip.start; span = sorted[++next])
      reach = Math.max(reach, span.end)
    return skip.end > reach
  })
}
