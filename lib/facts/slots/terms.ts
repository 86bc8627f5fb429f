import type { Chunk } from '../grammar.ts'
import { genericAdjectives } from '../lexicon/common.ts'
import { rarity } from '../lexicon/rarity.ts'
import type { Candidate, Terms, View } from '../view.ts'
import { informed } from './informed.ts'
import { abbreviationAfter, inList, isPhraseOpen, kept, termness, termSlot } from './termhood.ts'

const WEAK_VERBS =
  /^(?:include|be|have|involve|provide|make|become|show|give|get|see|need|take|come|go|do|help|allow|remain|exist|occur|happen|like|want)$/
const LOOSE_VERBS = /^(?:recommend|use|require|need|know|find|see|consider|involve|influence|affect)$/
const COLLECTIONS =
  /^(?:number|group|variety|range|set|series|lot|amount|kind|type|form|part|number|majority|many|some|most|all)s?$/

const isPast = ({ clause, tokens }: View): boolean =>
  clause
    ? clause.past
    : tokens.some((token, i) =>
        token.pos === 'AUX'
          ? /^(?:was|were|had|did)$/.test(token.lower)
          : token.pos === 'VERB' &&
            /(?:ed)$/.test(token.lower) &&
            /^(?:PROPN|PRON|ADV)$/.test(tokens[i - 1]?.pos ?? ''),
      )

/** In a narrative the things told of are incidental, and its people and passing states no terms at all. */
const narrated = (view: View, chunk: Chunk): number => {
  const people = /(?:er|or|ist|ian|ant)s$/.test(view.tokens[chunk.head]?.lower ?? '') ? 0.08 : 0
  const state = chunk.head > chunk.from && /ing$/.test(view.tokens[chunk.from]?.lower ?? '') ? 0.06 : 0
  const told = view.mentions.length + view.dates.length > 0 && !view.clause?.passive ? 0.12 : 0.06
  return (isPast(view) ? told + people + state : people / 2) + (view.level.includes('"') ? 0.03 : 0)
}

/** "Each one …", "The first two …", "The bonds between their …": the subject takes up something said before. */
const leansBack = ({ clause, tokens, level }: View): boolean =>
  /^(?:(?:each|either|neither|another) one\b|the (?:first|second|last|other|next)(?: two| three)? (?:is|are|was|were)\b)/iu.test(
    level,
  ) ||
  // "Present only in the gut, it …", and a label before the sentence: "Cortex—In addition …".
  /^(?:Present|\p{Lu}\p{Ll}+ed) [^,]{3,90}, (?:it|they) |^[^—]{3,40}—\p{Lu}/u.test(level) ||
  (clause !== null &&
    tokens.slice(clause.subjectFrom, clause.subjectTo + 1).some((token) => /^(?:its|their|his|her)$/.test(token.lower)))

/** "The episode …": an everyday noun that stands for one thing told of before. */
const isOneThing = ({ tokens, clause }: View, { from, head, determiner }: Chunk): boolean => {
  const noun = tokens[head]
  const the = determiner !== null && tokens[determiner]?.lower === 'the'
  return the && noun !== undefined && from === head && clause?.subjectTo === head && rarity(noun) < 0.6
}

/** Why a blank at this place would be open to too many answers. */
const weakness = (view: View, chunk: Chunk): number => {
  const { clause, tokens } = view
  const at = (chunk.determiner ?? chunk.from) - 1
  const before = tokens[at]
  const verb = clause ? tokens[clause.verb] : undefined
  const after = verb && clause && chunk.from > clause.verb && WEAK_VERBS.test(verb.lemma) ? 0.1 : 0
  const loose = verb && chunk.head === clause?.subjectTo && LOOSE_VERBS.test(verb.lemma) ? 0.1 : 0
  const exampled =
    /^(?:like|including|especially|e\.g)$/.test(before?.lower ?? '') ||
    (before?.lower === 'as' && tokens[at - 1]?.lower === 'such')
      ? 0.3
      : 0
  const collection = before?.lower === 'of' && COLLECTIONS.test(tokens[at - 1]?.lower ?? '') ? 0.15 : 0
  const modal = clause && /^(?:may|can|could|might)$/.test(tokens[clause.verbFrom]?.lower ?? '') ? 0.06 : 0
  const modifier = chunk.from > 0 && genericAdjectives.has(tokens[chunk.from]?.lower ?? '') ? 0.05 : 0
  const told = narrated(view, chunk) + (leansBack(view) ? 0.2 : 0) + (isOneThing(view, chunk) ? 0.1 : 0)
  return told + loose + exampled + modifier + after + collection + modal + (before?.pos === 'ADV' ? 0.15 : 0)
}

const CLOSED_PLURALS =
  /^(?:its|their|his|her|this|that|these|those|some|any|each|every|another|such|no|many|most|both)$/

/** Verbs and adjectives whose complement after a preposition is one certain thing: "secreted by", "rich in". */
const GOVERNORS =
  /^(?:composed|made|covered|surrounded|lined|located|produced|secreted|caused|transmitted|carried|regulated|controlled|stored|derived|converted|broken|connected|attached|supplied|filled|formed|released|synthesi[sz]ed|separated|enclosed|protected|governed|enforced|issued|measured|powered|replaced|transferred|triggered|stimulated|inhibited|activated|catalys?[sz]?ed|mediated|performed|responsible|rich|consists?|leads?|results?|depends?|relies|enters?|turns?|belongs?|opens?|drains?|empties|empty|attaches|binds?|bind|connects?|corresponds?|refers?|arises?|due|known|embedded|wrapped|anchored|suspended|dissolved|absorbed|excreted|removed|driven|held|bound|linked|joined|classified|described|treated|regarded)$/

/** What the rest of a sentence tells, below which no term makes up for it. */
const THIN = -0.072

type Role = 'subject' | 'object' | 'governed' | 'owner' | 'final' | 'fronted' | 'inside'
const BASE: Record<Role, number> = {
  subject: 0.44,
  object: 0.4,
  governed: 0.42,
  owner: 0.4,
  fronted: 0.48,
  final: 0.36,
  inside: 0.34,
}

/** Whether the thing is the complement of a verb that governs it through its preposition: "is secreted by the pancreas". */
const isGoverned = (view: View, chunk: Chunk): boolean => {
  const at = (chunk.determiner ?? chunk.from) - 1
  const preposition = view.tokens[at]
  if (!preposition || !/^(?:by|of|into|in|with|from|to|for|through|on|under|as)$/.test(preposition.lower)) return false
  const governor = view.tokens[at - 1]
  return (
    (preposition.lower === 'by' && governor?.pos === 'VERB' && /(?:ed|en|wn|ught|und)$/.test(governor.lower)) ||
    (GOVERNORS.test(governor?.lower ?? '') && governor?.pos !== 'NOUN') ||
    (/^(?:up|down|out)$/.test(governor?.lower ?? '') && GOVERNORS.test(view.tokens[at - 2]?.lower ?? ''))
  )
}

const roleOf = (view: View, chunk: Chunk, from: number): Role | null => {
  const { clause, tokens } = view
  const start = chunk.determiner ?? chunk.from
  if (clause && chunk.head === clause.subjectTo && start === clause.subjectFrom && from === chunk.from) return 'subject'
  if (clause && start === clause.verb + 1 && chunk.head > clause.verb) return 'object'
  if (chunk.from === 1 && tokens[0]?.lower === 'in' && tokens[chunk.head + 1]?.text === ',' && !view.dates.length)
    return 'fronted'
  if (isGoverned(view, chunk)) return 'governed'
  const before = tokens[start - 1]
  if (clause && chunk.head === clause.subjectTo && before?.lower === 'of') return 'owner'
  if (chunk.head === tokens.findLastIndex((token) => /[\p{L}\p{N}]/u.test(token.text))) return 'final'
  return before?.pos === 'ADP' || before?.pos === 'VERB' || before?.text === ',' ? 'inside' : null
}

/** Chunks that are a whole subject, a direct or governed object, or the last thing named in the sentence. */
export const termSlots = (view: View, terms: Terms): Candidate[] => {
  const { tokens } = view
  const out: Candidate[] = []
  for (const chunk of view.chunks) {
    const determiner = chunk.determiner === null ? null : tokens[chunk.determiner]
    if (determiner && CLOSED_PLURALS.test(determiner.lower)) continue
    const from = kept(view, chunk, terms)
    const role = roleOf(view, chunk, from)
    const start = tokens[from]?.start ?? 0
    const end = tokens[chunk.head]?.end ?? 0
    if (!role || (role !== 'fronted' && inList(view, chunk)) || isPhraseOpen(view, from, chunk.head)) continue
    if (view.mentions.some((mention) => mention.start < end && mention.end > start)) continue
    const weight = termness(view, from, chunk.head, terms)
    if (weight < (role === 'inside' ? 0.55 : 0.3)) continue
    const rest = informed(view, from, chunk.head)
    const score = BASE[role] + weight * 0.34 + rest - weakness(view, chunk)
    const extraEdits = abbreviationAfter(view, chunk.head)
    out.push({
      kind: 'term',
      slot: termSlot(view, from, chunk.head),
      score: Math.min(rest < THIN ? 0.64 : 0.84, score),
      ...(extraEdits.length > 0 ? { extraEdits } : {}),
    })
  }
  return out
}

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
    const extraEdits = abbreviationAfter(view, head)
    const score = 0.76 - Math.max(0, weakness(view, chunk)) + Math.min(0, informed(view, from, head))
    return [
      {
        kind: 'term' as const,
        slot: termSlot(view, from, head),
        score,
        ...(extraEdits.length > 0 ? { extraEdits } : {}),
      },
    ]
  })
