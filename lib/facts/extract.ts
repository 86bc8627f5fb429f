import { type Document, levelled, type SourceSpan } from '#lib/source/index.ts'
import { classify } from './classify.ts'
import { closeSentence } from './closure.ts'
import { Context } from './context.ts'
import { datesIn } from './dates.ts'
import { asides, fullNames } from './edits.ts'
import { EntityTable, type NameGroup } from './entities.ts'
import { chunksOf, clauseOf, finiteVerbs } from './grammar.ts'
import { contentHash } from './hash.ts'
import { opposites } from './lexicon/verbs.ts'
import { type CapitalStatistics, countCapitals, firstIsName, type KnownNames, mentionsIn } from './mentions.ts'
import { equated, knownNames } from './naming.ts'
import { quantitiesIn } from './quantities.ts'
import { dateSlots } from './slots/dates.ts'
import { entitySlots } from './slots/entities.ts'
import { listSlots } from './slots/lists.ts'
import { quantitySlots } from './slots/quantities.ts'
import { definitionSlots, emphasisedSlots, namingSlots, termKey, termness, termSlots } from './slots/terms.ts'
import { structuralFacts } from './structure.ts'
import { piecesOf, tokensOf } from './tokens.ts'
import type { Entity, Fact } from './types.ts'
import { type Candidate, raised, rendered, type Terms, type View } from './view.ts'
import { wordsOf } from './words.ts'

export type Skip = { start: number; end: number; reason: string }

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
const ASKED_A_SENTENCE = 2
const LEAST = 0.5
/** Letters of a heading or emphasised run that may be a term. */
const TERM_MOST = 50
const SECOND_LEAST = 0.74

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

  constructor(document: Document) {
    this.document = document
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
  nameAll(groups: readonly NameGroup[], onSentence: () => void): void {
    this.known = knownNames(groups)
    for (let i = 0; i < this.document.sentences.length; i++) {
      onSentence()
      const sentence = this.sentence(i)
      if (!sentence || sentence.text.length > 4000) continue
      const pieces = piecesOf(sentence.level)
      const startsName = firstIsName(pieces, this.statistics)
      for (const mention of mentionsIn(pieces, startsName, this.known)) {
        this.table.add(
          mention,
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
    const next = this.document.sentences[index + 1]
    const nextLevel = next ? levelled(this.document.text.slice(next.start, Math.min(next.end, next.start + 200))) : ''
    const clause = clauseOf(tokens, dateEnds)
    return {
      index,
      ...sentence,
      tokens,
      chunks: chunksOf(tokens),
      mentions: this.table.resolve(mentionsIn(pieces, startsName, this.known), sentence.start),
      dates,
      quantities: quantitiesIn(tokens, dates),
      clause,
      finite: finiteVerbs(tokens),
      classified: classify(sentence.level, tokens, clause, nextLevel),
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
    const view = this.view(index)
    if (!view) return { facts: [], skip: null }
    const kind = view.classified.class
    const around = context.before(view.block, view.section, index, view.clause?.past ?? false)
    const closed = closeSentence(view.tokens, view.level, view.mentions, around)
    view.edits = [
      ...closed.edits,
      ...asides(view),
      ...fullNames(view, this.document.title),
      ...view.dates.flatMap((date) => date.misspelt ?? []),
    ]
    const definitions = definitionSlots(view, this.terms)
    const definesTerm = definitions[0] ? (view.tokens[view.clause?.subjectTo ?? 0]?.lemma ?? null) : null
    context.after(view, closed.open === null, definesTerm)
    if (kind !== 'assertion' && kind !== 'attributed') return skip(REASONS[kind] ?? kind)
    if (closed.open) return skip(closed.open)
    const words = view.tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length
    if (words < 6 || words > 42) return skip(words < 6 ? 'too short' : 'too long')
    const candidates = this.candidates(view, definitions, topics)
    const chosen = this.chosen(candidates)
    const facts = chosen.flatMap((candidate) => this.fact(view, candidate) ?? [])
    if (facts.length === 0) return skip(chosen.length > 0 ? 'stated before' : 'nothing certain to ask')
    return { facts, skip: null }
  }

  private candidates(view: View, definitions: Candidate[], topics: ReadonlySet<Entity>): Candidate[] {
    const heading = this.document.sections[view.section]?.heading ?? ''
    const contextLine = `${this.document.title} ${heading}`
    const attributed = view.classified.class === 'attributed' ? 0.06 : 0
    const hedged = view.finite > 2 ? 0.06 : 0
    const counted = quantitySlots(view)
    if (view.level.endsWith(':')) return counted.filter((candidate) => candidate.extraEdits)
    return [
      ...definitions,
      ...namingSlots(view, this.terms),
      ...listSlots(view),
      ...emphasisedSlots(view, this.terms),
      ...dateSlots(view, contextLine),
      ...counted,
      ...entitySlots(view, topics),
      ...termSlots(view, this.terms),
    ].map((candidate) => ({
      ...candidate,
      score: Math.max(0, candidate.score - attributed - hedged - this.unanchored(view, candidate, contextLine)),
    }))
  }

  /** A number or date of nothing named: neither a name, nor a term of the title or heading, nor one that recurs. */
  private unanchored(view: View, candidate: Candidate, contextLine: string): number {
    if ((candidate.kind !== 'quantity' && candidate.kind !== 'date') || view.mentions.length > 0) return 0
    const shown = wordsOf(contextLine)
    if (view.tokens.some((token) => token.pos === 'NOUN' && shown.has(token.lemma))) return 0
    const terms = view.chunks.some((chunk) => termness(view, chunk.from, chunk.head, this.terms) >= 0.5)
    return terms ? 0 : 0.14
  }

  /** The best candidate, and another of a different kind where it is strong. */
  private chosen(candidates: Candidate[]): Candidate[] {
    const sorted = candidates
      .filter((candidate) => candidate.score >= LEAST)
      .sort((a, b) => b.score - a.score || a.slot.start - b.slot.start)
    const [first] = sorted
    if (!first) return []
    const second = sorted.find(
      (other) =>
        other !== first &&
        other.score >= SECOND_LEAST &&
        (other.slot.end <= first.slot.start || other.slot.start >= first.slot.end) &&
        other.kind !== first.kind,
    )
    return second ? [first, second].slice(0, ASKED_A_SENTENCE) : [first]
  }

  private fact(view: View, candidate: Candidate): Fact | null {
    const edits = [...view.edits, ...(candidate.extraEdits ?? [])]
    const statement = raised(rendered(view, view.start, view.end, view.edits))
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
    return {
      id: contentHash(seen === 0 ? key : `${key}|${seen}`),
      kind: candidate.kind,
      statement: /[.!?]["”')\]]*$/.test(statement) ? statement : `${statement}.`,
      quote: { start: view.start, end: view.end, exact: view.text },
      sentence: view.index,
      section: view.section,
      slot: candidate.slot,
      edits,
      tokens: tokens.some((token) => opposites.has(token.lower)) ? tokens : [],
      mentions: view.mentions,
      dates: view.dates,
      subject,
      relation,
      ...(attribution ? { attribution } : {}),
      confidence: Math.round(Math.min(0.99, candidate.score) * 100) / 100,
      ...(candidate.wh ? { wh: candidate.wh } : {}),
      ...(candidate.label ? { label: candidate.label } : {}),
    }
  }
}

const lemmas = (tokens: { lemma: string; text: string; pos: string }[]): string =>
  tokens
    .filter((token) => /[\p{L}\p{N}]/u.test(token.text) && !/^(?:DET|ADP|PART|PUNCT|AUX|CCONJ)$/.test(token.pos))
    .map((token) => token.lemma)
    .join(' ')

/** Facts of a document with exact spans; every sentence without one has a reason. `onProgress` gets 0–1. */
export const extractFacts = (
  document: Document,
  groups: readonly NameGroup[] = [],
  onProgress?: (share: number) => void,
): Extraction => {
  const total = document.sentences.length * 2
  let done = 0
  const step = () => {
    if (++done % 200 === 0) onProgress?.(done / total)
  }
  const extractor = new Extractor(document)
  extractor.countAll()
  extractor.nameAll(groups, step)
  const context = new Context(document, extractor.table)
  const topics = new Set(
    extractor.table.entities.filter(
      (entity) => document.titled && entity.names.some((name) => name.length > 2 && document.title.includes(name)),
    ),
  )
  const facts: Fact[] = []
  const skipped: Skip[] = []
  for (let i = 0; i < document.sentences.length; i++) {
    step()
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
