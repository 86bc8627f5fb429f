import { seededRandom, shuffled } from '#lib/base/index.ts'
import type { Draft, Fact } from '../draft.ts'
import { draftOf } from './base.ts'

const EVENTS = 4
const LABEL_WORDS_MAX = 16

const contextOf = (facts: Fact[], contextLines: (fact: Fact) => string, title: string): string => {
  const lines = new Set(facts.map(contextLines))
  return lines.size === 1 ? ([...lines][0] ?? title) : title
}

const orderable = (fact: Fact): boolean => {
  const { label } = fact
  if (
    fact.kind !== 'date' ||
    !fact.slot.exclusive ||
    !label ||
    !fact.slot.date ||
    fact.attribution ||
    fact.dates.length !== 1
  )
    return false
  const words = label.split(' ').length
  return words >= 5 && words <= LABEL_WORDS_MAX && !/\d{3}|[;:“"]/.test(label) && fact.confidence >= 0.66
}

/** Events of one stretch of the document with distinct years, four at a time; an event is used once. */
export const orderDrafts = (facts: readonly Fact[], title: string, contextLine: (fact: Fact) => string): Draft[] => {
  const waiting = facts.filter(orderable)
  const out: Draft[] = []
  let group: Fact[] = []
  for (const fact of waiting) {
    const year = fact.slot.date?.year
    if (group.some((other) => other.slot.date?.year === year || other.quote.start === fact.quote.start)) continue
    group.push(fact)
    if (group.length < EVENTS) continue
    out.push(orderDraft(group, title, contextOf(group, contextLine, title)))
    group = []
  }
  if (group.length === 3) out.push(orderDraft(group, title, contextOf(group, contextLine, title)))
  return out
}

const orderDraft = (facts: Fact[], title: string, contextLine: string): Draft => {
  const sorted = [...facts].sort((a, b) => (a.slot.date?.order ?? 0) - (b.slot.date?.order ?? 0))
  const key = sorted.map((fact) => fact.label ?? '')
  const random = seededRandom(key.join('|'))
  let options = shuffled(key, random)
  if (options.every((option, i) => option === key[i])) options = [...key.slice(1), key[0] ?? '']
  return draftOf(sorted, {
    form: 'order',
    stem: 'Put these events in order, from the earliest to the latest.',
    key,
    accepted: key,
    options: options.map((text) => ({ text })),
    orders: sorted.map((fact) => fact.slot.date?.order ?? 0),
    rationale: sorted.map((fact) => `${fact.slot.date?.normal ?? ''}: ${fact.label ?? ''}.`).join(' '),
    contextLine: contextLine || title,
    score: Math.min(...facts.map((fact) => fact.confidence)),
  })
}

const PAIRS_LEAST = 3
const PAIRS_MOST = 5

/** Terms of one glossary beside their descriptions. */
export const matchDrafts = (facts: readonly Fact[], contextLine: (fact: Fact) => string): Draft[] => {
  const bySection = new Map<number, Fact[]>()
  for (const fact of facts) {
    const glossary = fact.kind === 'definition' && fact.sentence < 0 && (fact.label?.split(' ').length ?? 99) <= 22
    if (!glossary) continue
    const group = bySection.get(fact.section)
    if (group) group.push(fact)
    else bySection.set(fact.section, [fact])
  }
  const out: Draft[] = []
  for (const group of bySection.values()) {
    for (let from = 0; from + PAIRS_LEAST <= group.length; from += PAIRS_MOST)
      out.push(matchDraft(group.slice(from, from + PAIRS_MOST), contextLine))
  }
  return out
}

const matchDraft = (facts: Fact[], contextLine: (fact: Fact) => string): Draft => {
  const left = facts.map((fact) => fact.label ?? '')
  const key = facts.map((fact) => fact.slot.answer)
  const options = shuffled(key, seededRandom(key.join('|')))
  return draftOf(facts, {
    form: 'match',
    stem: 'Match each description to the term that it describes.',
    key,
    accepted: key,
    left,
    options: options.map((text) => ({ text })),
    rationale: facts.map((fact) => fact.statement).join(' '),
    contextLine: facts[0] ? contextLine(facts[0]) : '',
    score: Math.min(...facts.map((fact) => fact.confidence)),
  })
}
