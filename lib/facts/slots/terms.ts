import { type Chunk, termStart } from '../grammar.ts'
import { genericAdjectives, genericNouns } from '../lexicon/common.ts'
import type { Slot, Token } from '../types.ts'
import { type Candidate, rendered, type Terms, tidy, type View } from '../view.ts'

const SCIENTIFIC =
  /(?:ase|osis|itis|lysis|genesis|phyte|cyte|some|plasm|gen|ose|ine|ium|oid|emia|pathy|logy|ism|tron|ification|isation|ization|phage|philic|phobic|morph|sphere|theism|cracy|archy|mer|mone|lipid|acid|synthesis|algorithm|function|protocol|compiler|theorem)s?$/

export const termKey = (view: View, from: number, head: number): string =>
  view.tokens
    .slice(from, head + 1)
    .map((token, i, all) => (i === all.length - 1 ? token.lemma : token.lower))
    .join(' ')

/** How much of a term a noun phrase is: 0 for everyday words, near 1 for a defined or emphasised name of a thing. */
export const termness = (view: View, from: number, head: number, terms: Terms): number => {
  const key = termKey(view, from, head)
  const last = view.tokens[head]
  if (!last || last.pos === 'PROPN' || !/^\p{L}/u.test(last.text) || last.text.length < 3) return 0
  const words = head - from + 1
  if (words > 4) return 0
  const marked = terms.emphasised.has(key) || terms.headings.has(key)
  const here = marked && view.emphasised.some((span) => span.start < last.end && span.end > last.start)
  const generic = genericNouns.has(last.lower) || genericNouns.has(last.lemma)
  if (generic && words === 1 && !marked) return 0
  const modifiers = view.tokens.slice(from, head)
  if (generic && !marked && modifiers.every((token) => genericNouns.has(token.lower) && token.pos !== 'ADJ')) return 0.1
  const count = terms.counts.get(key) ?? 0
  const shape = view.tokens
    .slice(from, head + 1)
    .some((token) => SCIENTIFIC.test(token.lower) && token.lower.length > 5)
  return Math.min(
    1,
    (here ? 0.5 : marked ? 0.3 : 0) +
      (count >= 2 ? 0.25 : 0) +
      (words > 1 ? (generic ? 0.15 : 0.3) : 0.1) +
      (shape ? 0.25 : 0) +
      (generic ? 0 : 0.1),
  )
}

/** Where a term starts: a general adjective stays where the document keeps using it with its noun ("strict liability"). */
const kept = (view: View, chunk: Chunk, terms: Terms): number => {
  const from = termStart(view.tokens, chunk)
  if (from === chunk.from || chunk.head - chunk.from > 2) return from
  const whole = terms.counts.get(termKey(view, chunk.from, chunk.head)) ?? 0
  const bare = terms.counts.get(termKey(view, from, chunk.head)) ?? 1
  return view.tokens[chunk.from]?.pos === 'ADJ' && whole >= 3 && whole >= bare * 0.4 ? chunk.from : from
}

const hintOf = (answer: string): string => {
  const words = answer.split(/\s+/).length
  return words === 1 ? 'one word' : words === 2 ? 'two words' : words === 3 ? 'three words' : 'four words'
}

/** Singular and plural of a term, for accepting either. */
export const inflections = (term: string): string[] => {
  const out = [term]
  if (/ of /.test(term) || /(?:is|us|ss|ae|[aeiou]a|ria|ium|ics|ous)$/.test(term)) return out
  if (/ies$/.test(term)) out.push(term.replace(/ies$/, 'y'))
  else if (/(?:[sx]|ch|sh)es$/.test(term)) out.push(term.slice(0, -2))
  else if (/[^s]s$/.test(term)) out.push(term.slice(0, -1))
  else if (/[^aeiou]y$/.test(term)) out.push(term.replace(/y$/, 'ies'))
  else if (/(?:s|x|ch|sh)$/.test(term)) out.push(`${term}es`)
  else out.push(`${term}s`)
  return out
}

/** A term slot with the spellings that count: with and without article, singular and plural. */
const termSlot = (view: View, from: number, head: number): Slot => {
  const first = view.tokens[from]
  const last = view.tokens[head]
  const start = first?.start ?? view.start
  const end = last?.end ?? view.end
  const raw = view.text.slice(start - view.start, end - view.start).replace(/\s+/g, ' ')
  const answer = from === 0 && view.firstSeenLower ? raw.slice(0, 1).toLowerCase() + raw.slice(1) : raw
  const accepted = new Set([answer, ...inflections(answer)])
  const hyphenless = answer.replaceAll('-', ' ')
  if (hyphenless !== answer) accepted.add(hyphenless)
  const abbreviated = /^ \((\p{Lu}[\p{Lu}\d]{1,6})s?\)/u.exec(
    view.level.slice(end - view.start, end - view.start + 12),
  )?.[1]
  if (abbreviated) accepted.add(abbreviated)
  return { start, end, kind: 'term', answer, accepted: [...accepted], hint: hintOf(answer) }
}

const inList = (view: View, chunk: Chunk): boolean => {
  const before = view.tokens[(chunk.determiner ?? chunk.from) - 1]
  const after = view.tokens[chunk.head + 1]
  const next = view.tokens[chunk.head + 2]
  if (before && /^(?:and|or|nor|\/|&)$/.test(before.lower)) return true
  if (after && /^(?:and|or|\/|&)$/.test(after.lower)) return !(next?.pos === 'VERB' || next?.pos === 'AUX')
  if (before?.text === ',' && after?.text === ',') return true
  return (
    after?.text === ',' &&
    view.tokens.slice(chunk.head + 2, chunk.head + 18).some((token) => /^(?:and|or)$/.test(token.lower)) &&
    next?.pos !== 'PRON'
  )
}

const WEAK_VERBS =
  /^(?:include|be|have|involve|provide|make|become|show|give|get|see|need|take|come|go|do|help|allow|remain|exist|occur|happen|like|want)$/

/** Why a blank at this place would be open to too many answers. */
const weakness = (view: View, chunk: Chunk): number => {
  const { clause, tokens } = view
  const before = tokens[(chunk.determiner ?? chunk.from) - 1]
  const verb = clause ? tokens[clause.verb] : undefined
  const after = verb && clause && chunk.from > clause.verb && WEAK_VERBS.test(verb.lemma) ? 0.12 : 0
  const loose =
    verb &&
    clause &&
    chunk.head === clause.subjectTo &&
    /^(?:recommend|use|require|need|know|find|see|consider|involve|influence|affect)$/.test(verb.lemma)
      ? 0.1
      : 0
  const exampled =
    before &&
    (/^(?:like|including|e\.g)$/.test(before.lower) ||
      (before.lower === 'as' && tokens[tokens.indexOf(before) - 1]?.lower === 'such'))
      ? 0.3
      : 0
  const collection =
    before?.lower === 'of' &&
    /^(?:number|group|variety|range|set|series|lot|amount|kind|type|form|part|number|majority|many|some|most|all)s?$/.test(
      tokens[tokens.indexOf(before) - 1]?.lower ?? '',
    )
      ? 0.15
      : 0
  const specific = tokens.filter(
    (token, i) =>
      (i < chunk.from || i > chunk.head) &&
      /^(?:NOUN|PROPN|ADJ|NUM)$/.test(token.pos) &&
      !genericNouns.has(token.lower) &&
      !genericNouns.has(token.lemma) &&
      !genericAdjectives.has(token.lower),
  ).length
  const thin = specific < 2 ? 0.15 : specific < 3 ? 0.06 : 0
  const modal = clause && /^(?:may|can|could|might)$/.test(tokens[clause.verbFrom]?.lower ?? '') ? 0.08 : 0
  const modifier = chunk.from > 0 && genericAdjectives.has(tokens[chunk.from]?.lower ?? '') ? 0.05 : 0
  const technical =
    clause && chunk.head === clause.subjectTo && specific >= 3 && SCIENTIFIC.test(tokens[chunk.head]?.lower ?? '')
      ? -0.05
      : 0
  return (
    technical + loose + exampled + modifier + after + collection + thin + modal + (before?.pos === 'ADV' ? 0.15 : 0)
  )
}

/** Chunks that are a whole subject, a direct object, or the last thing named in the sentence. */
export const termSlots = (view: View, terms: Terms): Candidate[] => {
  const { clause, tokens } = view
  const out: Candidate[] = []
  const lastWord = tokens.findLastIndex((token) => /[\p{L}\p{N}]/u.test(token.text))
  for (const chunk of view.chunks) {
    const determiner = chunk.determiner === null ? null : tokens[chunk.determiner]
    if (
      determiner &&
      /^(?:its|their|his|her|this|that|these|those|some|any|each|every|another|such|no|many|most|both)$/.test(
        determiner.lower,
      )
    )
      continue
    const from = kept(view, chunk, terms)
    const subject =
      clause !== null &&
      chunk.head === clause.subjectTo &&
      (chunk.determiner ?? chunk.from) === clause.subjectFrom &&
      from === chunk.from
    const object = clause !== null && (chunk.determiner ?? chunk.from) === clause.verb + 1 && chunk.head > clause.verb
    const final = chunk.head === lastWord
    const fronted =
      chunk.from === 1 && tokens[0]?.lower === 'in' && tokens[chunk.head + 1]?.text === ',' && !view.dates.length
    if ((!subject && !object && !final && !fronted) || (!fronted && inList(view, chunk))) continue
    const after = tokens[chunk.head + 1]
    if (after && (after.lower === "'s" || after.text === "'" || after.lower === 'of')) continue
    if (
      view.mentions.some(
        (mention) => mention.start < (tokens[chunk.head]?.end ?? 0) && mention.end > (tokens[from]?.start ?? 0),
      )
    )
      continue
    if (tokens.slice(from, chunk.head).some((token) => token.lower === "'s")) continue
    const weight = termness(view, from, chunk.head, terms)
    if (weight < 0.3) continue
    const base = (subject ? 0.45 : object ? 0.4 : fronted ? 0.5 : 0.42) - weakness(view, chunk)
    out.push({ kind: 'term', slot: termSlot(view, from, chunk.head), score: Math.min(0.84, base + weight * 0.4) })
  }
  return out
}

const CLASS_HEADS =
  /^(?:different|similar|common|major|important|good|key|popular|big|great|simple|useful|typical|part|result|matter|example|way|lot|number|kind|type|form|member|piece|bit|result|case)$/

/** Terms that the author set in bold or italics: what the sentence is there to teach. */
export const emphasisedSlots = (view: View, terms: Terms): Candidate[] =>
  view.emphasised.flatMap((span) => {
    const from = view.tokens.findIndex((token) => token.start >= span.start)
    const head = view.tokens.findLastIndex((token) => token.end <= span.end)
    const text = view.text.slice(span.start - view.start, span.end - view.start)
    const before = view.tokens[from - 1]
    const after = view.tokens[head + 1]
    if (from < 0 || head < from || head - from > 4 || /[.:;,()]|\d/.test(text) || /^\p{Lu}/u.test(text)) return []
    if (view.tokens[head]?.pos !== 'NOUN' && view.tokens[head]?.pos !== 'NUM') return []
    if (terms.title.toLowerCase().includes(text.toLowerCase())) return []
    if (/^(?:and|or|,)$/.test(before?.lower ?? '') || /^(?:and|or)$/.test(after?.lower ?? '')) return []
    const chunk = { from, head, determiner: /^(?:an?|the)$/.test(before?.lower ?? '') ? from - 1 : null }
    if (inList(view, chunk)) return []
    const score = 0.76 - Math.max(0, weakness(view, chunk))
    return [{ kind: 'term' as const, slot: termSlot(view, from, head), score }]
  })

/** "X is a Y that …": the term is asked by its definition. */
export const definitionSlots = (view: View, terms: Terms): Candidate[] => {
  const { clause, tokens } = view
  if (!clause || clause.fronted || clause.passive) return []
  const verb = tokens[clause.verbFrom]
  if (!verb || !/^(?:is|are|refers|means|denotes|describes)$/.test(verb.lower)) return []
  const chunk = view.chunks.find((candidate) => candidate.head === clause.subjectTo)
  if (!chunk || (chunk.determiner ?? chunk.from) !== clause.subjectFrom) return []
  const determiner = chunk.determiner === null ? '' : (tokens[chunk.determiner]?.lower ?? '')
  if (determiner !== '' && !/^(?:an?|the)$/.test(determiner)) return []
  const last = tokens.findLastIndex((token) => /[\p{L}\p{N}%]/u.test(token.text))
  const complement = tokens.slice(clause.verbFrom + 1, last + 1)
  if (complement.length < 5) return []
  const isBe = /^(?:is|are)$/.test(verb.lower)
  const article = complement[0]?.lower ?? ''
  const classChunk = view.chunks.find((candidate) => candidate.from > clause.verbFrom)
  const classHead = classChunk ? tokens[classChunk.head] : undefined
  const superlative = complement.slice(0, 3).some((token) => /^(?:most|first|only|\w+est)$/.test(token.lower))
  const kindOf =
    classChunk &&
    classHead &&
    /^(?:form|type|kind|sort|class|branch|subset|method|piece|part)$/.test(classHead.lower) &&
    tokens[classChunk.head + 1]?.lower === 'of'
      ? view.chunks.find((candidate) => candidate.from > classChunk.head)
      : undefined
  const classEnd = kindOf?.head ?? classChunk?.head ?? -1
  const after = classChunk ? (tokens[classEnd + 1]?.lower ?? '') : ''
  const differentia =
    /^(?:that|which|who|whose|in|where|used|of|for|with|made|found|by|to|containing|consisting|formed|built|designed|responsible|between|from|on|produced|whereby|called|held|caused|over|when|concerned|capable)$/.test(
      after,
    )
  if (complement.length < 6 && !superlative) return []
  if (isBe && (!classHead || !classChunk || (!differentia && !superlative))) return []
  if (
    isBe &&
    classChunk &&
    tokens.slice(clause.verbFrom + 1, classChunk.determiner ?? classChunk.from).some((token) => token.pos !== 'ADV')
  )
    return []
  if (/^(?:also|one|often|usually|generally|commonly|not|capable)$/.test(complement[0]?.lower ?? '')) return []
  if (isBe && !/^(?:an?|the|any|one)$/.test(article) && verb.lower === 'is') return []
  if (
    classChunk &&
    !kindOf &&
    tokens.slice(classChunk.from, classChunk.head + 1).some((token) => CLASS_HEADS.test(token.lower)) &&
    after !== 'that' &&
    after !== 'in'
  )
    return []
  if (
    /^(?:several|many|some|most|few|all|various|certain|other|both|numerous|two|three|four)$/.test(
      tokens[chunk.from]?.lower ?? '',
    )
  )
    return []
  const named = view.mentions.find(
    (mention) => mention.start === tokens[chunk.from]?.start && mention.entity.type !== 'name',
  )
  const head = tokens[chunk.head]
  if (named || !head) return []
  const from = chunk.from
  const generic = genericNouns.has(head.lower) && chunk.head === from
  if (generic && !terms.emphasised.has(termKey(view, from, chunk.head))) return []
  const general = chunk.head === from && determiner === 'the' && !terms.emphasised.has(termKey(view, from, chunk.head))
  const slot = termSlot(view, from, chunk.head)
  const first = complement[0]
  const end = tokens[last]
  const predicate = first && end ? tidy(rendered(view, first.start, end.end, view.edits)) : ''
  const relation = isBe ? predicate : ''
  const asked =
    isBe && view.finite <= 3 && /^(?:an?|the|any) |s /.test(relation) && relation.split(' ').length <= 28
      ? `What is the name for ${relation}?`
      : null
  const siblings = classHead ? [classHead.lemma] : []
  return [
    { kind: 'definition', slot: { ...slot, siblings }, score: general ? 0.68 : 0.86, ...(asked ? { wh: asked } : {}) },
  ]
}

/** Where the name begins that "called", "known as" or "known in Japan as" at this token announces; -1 where none is. */
const namedAt = (tokens: Token[], i: number): number => {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (!token || !before) return -1
  const passive = before.pos === 'NOUN' || before.text === ',' || BEFORE_NAMER.test(before.lower)
  if (NAMERS.test(token.lower)) return passive ? i + 1 : -1
  if (token.lower !== 'as') return -1
  if (before.lower === 'known' || (before.lower === 'to' && tokens[i - 2]?.lower === 'referred')) return i + 1
  const known = tokens.slice(Math.max(0, i - 4), i).findIndex((one) => one.lower === 'known')
  return known >= 0 && /^(?:in|to|by)$/.test(tokens[Math.max(0, i - 4) + known + 1]?.lower ?? '') ? i + 1 : -1
}

const BEFORE_NAMER = /^(?:is|are|was|were|be|been|often|also|sometimes|commonly|usually|now|then|generally|typically)$/
const NAMERS = /^(?:called|termed|dubbed|nicknamed|christened)$/

/** The name that starts at a token: a known name whole, or a noun phrase that nothing goes on. */
const nameFrom = (view: View, at: number, terms: Terms): { slot: Slot; weight: number } | null => {
  const { tokens } = view
  const chunk = view.chunks.find(
    (candidate) => candidate.from === at || (candidate.determiner === at && candidate.from === at + 1),
  )
  const first = chunk ? tokens[chunk.from] : undefined
  if (!chunk || !first) return null
  const mention = view.mentions.find((candidate) => candidate.start === first.start)
  const end = Math.max(mention?.end ?? 0, tokens[chunk.head]?.end ?? 0)
  const next = tokens.find((token) => token.start >= end)
  if (next && (/^(?:of|'s|or)$/.test(next.lower) || /^(?:ADJ|NOUN|PROPN|NUM)$/.test(next.pos))) return null
  if (!mention && chunk.from === chunk.head && genericNouns.has(first.lower)) return null
  const slot = termSlot(view, chunk.from, chunk.head)
  if (!mention) return { slot, weight: Math.max(0.3, termness(view, chunk.from, chunk.head, terms)) }
  const answer = view.text.slice(slot.start - view.start, end - view.start).replace(/\s+/g, ' ')
  // Of the other names of the thing, those that the sentence itself gives are no answer.
  const outside = view.text.slice(0, slot.start - view.start) + view.text.slice(end - view.start)
  const accepted = [answer, ...mention.entity.names.filter((name) => name !== answer && !outside.includes(name))]
  const hint = answer === slot.answer ? slot.hint : null
  return { slot: { ...slot, end, answer, accepted, hint, entity: mention.entity, kind: 'entity' }, weight: 0.5 }
}

/** "… is called X", "… known as X": the name is asked by what it names. */
export const namingSlots = (view: View, terms: Terms): Candidate[] =>
  view.tokens.flatMap((_, i) => {
    const at = namedAt(view.tokens, i)
    if (at < 0 || /^(?:for|on|upon|by|to|as)$/.test(view.tokens[at]?.lower ?? '')) return []
    const found = nameFrom(view, at, terms)
    return found ? [{ kind: 'naming' as const, slot: found.slot, score: 0.72 + found.weight * 0.2 }] : []
  })
