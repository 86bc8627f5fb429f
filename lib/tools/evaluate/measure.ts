import type { GeneratedForm, Tier } from '#lib/questions/index.ts'
import { coverageOf } from './coverage.ts'
import { factsFor, type Subject, tierA } from './subject.ts'
import { addTallies, type Tally, tally } from './tally.ts'
import { fallsOf } from './traps.ts'

export const TIERS: readonly Tier[] = ['A', 'B', 'C']
export const FORMS: readonly GeneratedForm[] = ['choice', 'cloze', 'typed', 'true-false', 'number', 'order', 'match']
export const IMPORTANCES = [3, 2, 1] as const

/** Numbers that add up over documents. Of questions those in tier A, unless it says otherwise. */
export type Counts = {
  documents: number
  words: number
  seconds: number
  /** Distinct facts asked. */
  facts: number
  /** Distinct sentences asked about, by where their quotes begin. */
  sentences: number
  questions: number
  /** By importance: facts listed, those asked about at all, and those whose listed answer is asked for. */
  listed: Tally
  asked: Tally
  answered: Tally
  traps: number
  fallen: number
  /** Questions of every tier: "cloze A". */
  forms: Tally
  /** Lints that failed, over the questions of every tier. */
  lints: Tally
  /** Sentences without a fact, by reason. */
  skipped: Tally
}

/** A reason without the words of the text that it names, so that reasons add up and tell nothing of an unread document. */
const plainReason = (reason: string): string => reason.replace(/“[^”]*”|"[^"]*"/g, '“…”')

const measure = (subject: Subject): Counts => {
  const { generated, seconds, traps } = subject
  const factsOf = factsFor(generated)
  const published = tierA(generated)
  const facts = new Map(published.flatMap(factsOf).map((fact) => [fact.id, fact]))
  const covered = coverageOf(subject)
  const listed = subject.facts.map(({ importance }) => String(importance))
  return {
    documents: 1,
    words: generated.document.words,
    seconds,
    facts: facts.size,
    sentences: new Set([...facts.values()].map(({ quote }) => quote.start)).size,
    questions: published.length,
    listed: tally(listed),
    asked: tally(listed.filter((_, i) => covered[i] !== 'none')),
    answered: tally(listed.filter((_, i) => covered[i] === 'answered')),
    traps: traps.length,
    fallen: fallsOf(subject).length,
    forms: tally(generated.questions.map(({ form, tier }) => `${form} ${tier}`)),
    lints: tally(generated.questions.flatMap(({ lints }) => lints)),
    skipped: tally(generated.skipped.map(({ reason }) => plainReason(reason))),
  }
}

type Numeric = { [K in keyof Counts]: Counts[K] extends number ? K : never }[keyof Counts]

/** Counts of all subjects together; zeros for none. */
export const measured = (subjects: readonly Subject[]): Counts => {
  const each = subjects.map(measure)
  const sum = (name: Numeric) => each.reduce((total, one) => total + one[name], 0)
  const add = (name: Exclude<keyof Counts, Numeric>) => addTallies(each.map((one) => one[name]))
  return {
    documents: sum('documents'),
    words: sum('words'),
    seconds: sum('seconds'),
    facts: sum('facts'),
    sentences: sum('sentences'),
    questions: sum('questions'),
    listed: add('listed'),
    asked: add('asked'),
    answered: add('answered'),
    traps: sum('traps'),
    fallen: sum('fallen'),
    forms: add('forms'),
    lints: add('lints'),
    skipped: add('skipped'),
  }
}
