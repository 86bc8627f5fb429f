import { mark } from '#lib/answers/index.ts'
import { contentHash } from '#lib/facts/index.ts'
import type { SourceSpan } from '#lib/source/index.ts'
import type { Draft, Fact } from '../draft.ts'
import { draftOf, tellingOf } from '../forms/base.ts'
import { clozeDraft } from '../forms/cloze.ts'
import { publicFact, type Written } from '../generate.ts'
import { failedLints, setLints } from '../lints/index.ts'
import { slotOf } from './answer.ts'
import { knownFact, newFact, PROPOSED_CONFIDENCE } from './fact.ts'
import { optionsDraft } from './options.ts'
import { quotedIn } from './quote.ts'
import { type FactProposal, readAnswers, readProposals } from './schema.ts'
import type { Candidate, OfferedFact, Proposed, Refusal, Stretch } from './types.ts'
import { wordingRefusal } from './wording.ts'

/** Questions that one document takes from proposals at most. */
const QUESTIONS_MAX = 2_000

/**
 * Takes what a model proposes about one document and keeps what passes: the wording is of the document, the quote stands in
 * it and states something, the answer stands in the quote, every lint of the rules' own questions holds, and someone who sees
 * the quote and the question, but not the key, gives the key. Whatever text comes in, nothing throws. What the rules wrote is
 * read and never changed.
 */
export class Proposals {
  private readonly written: Written
  private readonly kept = new Map<string, Candidate>()
  private readonly refused = new Map<Refusal, number>()
  /** Forms in which a fact is asked already, by its id. */
  private readonly asked = new Map<string, Set<string>>()

  constructor(written: Written) {
    this.written = written
    for (const { question } of written.drafts)
      if (question.lints.length === 0) this.note(question.factId, question.form)
  }

  private note(factId: string, form: string): void {
    this.asked.set(factId, (this.asked.get(factId) ?? new Set()).add(form))
  }

  private refuse(reason: Refusal, times = 1): null {
    if (times > 0) this.refused.set(reason, (this.refused.get(reason) ?? 0) + times)
    return null
  }

  /** A part of the document with the facts that the rules found in it, numbered from 1. */
  stretch({ start, end }: SourceSpan): Stretch {
    const facts: OfferedFact[] = this.factsIn({ start, end }).map((fact, i) => ({
      n: i + 1,
      sentence: fact.statement,
      answer: fact.slot.answer,
    }))
    return { start, end, text: this.written.document.text.slice(start, end), facts }
  }

  private factsIn({ start, end }: SourceSpan): Fact[] {
    return this.written.extraction.facts.filter(
      ({ sentence, quote }) => sentence >= 0 && quote.start >= start && quote.end <= end,
    )
  }

  /** Reads a reply about a stretch. What is returned still needs the second opinion. */
  offer(stretch: SourceSpan, reply: string): Candidate[] {
    const read = readProposals(reply)
    if (!read) {
      this.refuse('not-json')
      return []
    }
    for (const { malformed, surplus } of Object.values(read)) {
      this.refuse('malformed', malformed)
      this.refuse('too-many', surplus)
    }
    const facts = this.factsIn(stretch)
    const known = (n: number) => facts[n - 1] ?? this.refuse('unknown-fact')
    const offered: (Candidate | null)[] = []
    for (const proposal of read.facts.good) offered.push(...this.ofFact(stretch, proposal))
    for (const { fact: n, question } of read.rewrites.good) {
      const fact = known(n)
      if (fact) offered.push(this.typed(fact, question, false))
    }
    for (const { fact: n, distractors } of read.options.good) {
      const fact = known(n)
      const stem = fact && this.stemOf(fact)
      if (fact && stem) offered.push(this.choice(fact, stem, distractors, false))
    }
    return offered.filter((one) => one !== null)
  }

  private ofFact(stretch: SourceSpan, { quote, question, answer, distractors }: FactProposal): (Candidate | null)[] {
    const quoted = quotedIn(this.written, stretch, quote)
    if (typeof quoted === 'string') return [this.refuse(quoted)]
    const slot = slotOf(this.written, quoted, answer)
    if (typeof slot === 'string') return [this.refuse(slot)]
    const known = knownFact(this.written, quoted, slot)
    const fact = known ?? newFact(this.written, quoted, slot)
    const isNew = known === undefined
    const typed = this.typed(fact, question, isNew)
    if (!typed) return []
    const whole = isNew && quoted.alone ? clozeDraft(fact, this.written.contextLine(fact)) : null
    return [
      typed,
      whole && this.candidate(whole, fact, isNew),
      distractors.length > 0 ? this.choice(fact, typed.draft.question.stem, distractors, isNew) : null,
    ]
  }

  /** The wording in which the rules ask a fact, where it passed. */
  private stemOf(fact: Fact): string | null {
    const good = this.written.drafts.filter(
      ({ question }) => question.factId === fact.id && question.lints.length === 0 && question.factIds.length === 1,
    )
    const best =
      good.find(({ question }) => question.form === 'typed') ?? good.find(({ question }) => question.form === 'cloze')
    return best?.question.stem ?? this.refuse('unknown-fact')
  }

  private typed(fact: Fact, question: string, isNew: boolean): Candidate | null {
    const stem = question.replace(/\s+/g, ' ')
    const contextLine = this.written.contextLine(fact)
    const wrong = wordingRefusal(this.written, stem, fact, contextLine)
    if (wrong) return this.refuse(wrong)
    const { answer, accepted } = fact.slot
    const parts = { form: 'typed' as const, stem, key: answer, accepted, telling: tellingOf(fact), contextLine }
    return this.candidate(draftOf([fact], { ...parts, score: PROPOSED_CONFIDENCE }), fact, isNew)
  }

  private choice(fact: Fact, stem: string, distractors: readonly string[], isNew: boolean): Candidate | null {
    const draft = optionsDraft(this.written, fact, stem, distractors, PROPOSED_CONFIDENCE)
    return draft ? this.candidate(draft, fact, isNew) : this.refuse('options')
  }

  /** A draft that passes the lints, in a form in which its fact is not asked yet. */
  private candidate(draft: Draft, fact: Fact, isNew: boolean): Candidate | null {
    const { question } = draft
    if (this.asked.get(fact.id)?.has(question.form)) return this.refuse('asked-already')
    const [failed] = failedLints(draft, this.written.around)
    if (failed) return this.refuse(failed)
    question.id = contentHash(`proposed|${question.form}|${fact.id}|${question.stem}`)
    question.tier = 'B'
    const options = question.options?.map(({ text }) => text)
    const ask = { quote: fact.quote.exact, question: question.stem, ...(options ? { options } : {}) }
    return { draft, fact, isNew, ask }
  }

  /** Takes the candidates whose key the second opinion gave; `reply` numbers them from 1. */
  settle(candidates: readonly Candidate[], reply: string): void {
    const answers = readAnswers(reply)
    candidates.forEach((candidate, i) => {
      const { question } = candidate.draft
      const answer = answers.get(i + 1)
      if (!answer || !this.reproduces(candidate, answer.answer, answer.fits)) this.refuse('key-not-reproduced')
      else if (this.asked.get(candidate.fact.id)?.has(question.form)) this.refuse('asked-already')
      else if (this.kept.size >= QUESTIONS_MAX) this.refuse('too-many')
      else {
        this.note(candidate.fact.id, question.form)
        this.kept.set(question.id, candidate)
      }
    })
  }

  private reproduces({ draft: { question }, ask }: Candidate, answer: string, fits: readonly string[]): boolean {
    const { key, accepted } = question
    const { verdict, nearly } = mark({ form: 'typed', key, accepted }, answer, this.written.extraction.aliases)
    if (verdict !== 'right' || nearly) return false
    return ask.options === undefined || (fits.length === 1 && fits[0] === key)
  }

  /** What was kept, in the order of the document. */
  result(): Proposed {
    const before = this.written.drafts.filter(({ question }) => question.lints.length === 0)
    const kept = [...this.kept.values()].sort(
      (a, b) => a.fact.quote.start - b.fact.quote.start || (a.draft.question.id < b.draft.question.id ? -1 : 1),
    )
    const surplus = new Set<Draft>()
    for (const [name, lint] of Object.entries(setLints))
      for (const drafts of [kept.map(({ draft }) => draft), [...before, ...kept.map(({ draft }) => draft)]])
        for (const draft of lint(drafts.filter((one) => !surplus.has(one))))
          if (this.kept.has(draft.question.id) && !surplus.has(draft)) {
            surplus.add(draft)
            this.refuse(name)
          }
    const good = kept.filter(({ draft }) => !surplus.has(draft))
    const listed = new Set(this.written.drafts.flatMap(({ question }) => question.factIds))
    const facts = new Map(good.map(({ fact }) => [fact.id, fact]))
    return {
      facts: [...facts.values()].filter(({ id }) => !listed.has(id)).map(publicFact),
      questions: good.map(({ draft }) => draft.question),
      refused: Object.fromEntries(this.refused),
    }
  }
}
