import { closeDefinites } from './definites.ts'
import type { Subject, Surroundings } from './surroundings.ts'
import type { Edit, EntityMention, Token } from './types.ts'
import { isPersonLike } from './words.ts'

export type Closed = { edits: Edit[]; open: string | null }

const CONNECTOR =
  /^(?:however|moreover|furthermore|in addition|additionally|therefore|thus|consequently|as a result|for example|for instance|nevertheless|nonetheless|meanwhile|in fact|indeed|similarly|likewise|hence|accordingly|in particular|in general|generally|finally|overall|in turn|of course|by contrast|in contrast|on the other hand|instead|notably|importantly|besides|also|ultimately|eventually|rather|specifically|in essence|essentially|in short|in effect|typically|usually|fortunately|traditionally|in other words|that is|in practice|in brief|first|second|third|lastly|conversely|more specifically|historically|today|in return|in response|at first|by then|in time|over time|soon|in the end)(?:,\s+|\s+(?=the\b))/i
const REFERENCE =
  /^(?:As|Like) (?:discussed|described|mentioned|noted|shown|seen|explained|stated|illustrated|we|you)\b/
const CONJUNCTION = /^(?:but|and|yet)\s+(?!then\b)/i
const DEICTIC =
  /\b(?:(?<!\bwhat (?:is|are|was|were) )(?<!\()now(?! called| known| named)|(?<!known |called |is |are )today|currently|recently|nowadays|(?<!(?:million|billion|thousand|hundreds|thousands|millions|billions|hundred)(?: of)? years )ago|at present|so far|to date|this (?:year|month|week)|last (?:year|month|week)|next (?:year|month|week)|yesterday|tomorrow|at th(?:at|is|e) time|by then|since then|until then|thereafter|thereby|therein|the (?:former|latter)(?=[,.;]| (?:is|was|are|were|has|had|can|will|also|\w+ed)\b)|aforementioned|(?:mentioned|described|discussed|noted|shown|listed|seen) (?:above|below|earlier|previously)|the following|as follows|above\.|below\.|elsewhere|vice versa|otherwise|in this (?:way|case|sense)|in that (?:way|case|sense)|for this reason|for that reason|these days|here|(?:do|did|does|doing|done) so)\b/i
/** "After only ten years, …" counts from something said before. */
const COUNTED_FROM =
  /^(?:after|within|for) (?:only |just |about |nearly |almost |more than |less than |another )?(?:\d+|an?|several|some|many|two|three|four|five|six|seven|eight|nine|ten|twenty|a few|\w+ty) (?:more )?(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?)(?:,| \w+ (?:was|were|had|did|\w+ed)\b)/i
const FURTHER =
  /\b(?:two|three|four|a|an|some|several|one) (?:further|additional|more|new) \p{L}+|\b(?:added|went on|continued|replied|repeated) (?:that|to)\b|\banswered\b|\b(?:is|was|are|were) (?:one|an|another) (?:\p{L}+ )?example\b/u
const SHIFTED =
  /^(?:(?:an?|one|another) (?:\w+ )?example\b|one of (?:the|these|those) (?:last|first|next|main|major|most|many)\b|(?:\w+-)?\w+ per ?cent (?!of)|later|earlier|then|soon|afterwards?|next|(?:\w+ ){1,3}(?:years?|months?|weeks?|days?|centur(?:y|ies)|decades?|hours?) (?:later|earlier|before|after(?:wards?)?)|the (?:next|following|previous|same) |so\b|or\b|instead\b|such\b|another\b|other\b|others\b|some\b(?! of)|many (?!of)\w+ed\b|most (?:were|are|have|of (?:these|them|those))|(?:one|two|three|both|each|none|neither|either) (?:is|are|was|were|has|have|had)\b)/i

const PERSONAL = new Set(
  'he she him her his hers himself herself it its itself they them their theirs themselves'.split(' '),
)
const OPEN_WORDS = /^(?:this|these|those|such|ones|others|same)$/

const person = (lower: string) => /^(?:he|she|him|his|her|hers|himself|herself)$/.test(lower)
const plural = (lower: string) => /^(?:they|them|their|theirs|themselves)$/.test(lower)

/** Makes a sentence stand alone, or says what keeps it open. */
export const closeSentence = (
  tokens: Token[],
  level: string,
  mentions: EntityMention[],
  around: Surroundings,
): Closed => {
  const edits: Edit[] = []
  const base = tokens[0]?.start ?? 0
  let lead = 0
  for (let again = 0; again < 2; again++) {
    const match = CONNECTOR.exec(level.slice(lead)) ?? CONJUNCTION.exec(level.slice(lead))
    if (match) lead += match[0].length
  }
  if (lead > 0) edits.push({ start: base, end: base + lead, text: '' })
  edits.push(...dropped(tokens, base + lead))
  const rest = level.slice(lead)
  if (SHIFTED.test(rest) || REFERENCE.test(rest) || COUNTED_FROM.test(rest))
    return { edits, open: 'leans on the sentence before' }
  const further = FURTHER.exec(rest)
  if (further) return { edits, open: `“${further[0]}” leans on the sentence before` }
  const deictic = DEICTIC.exec(rest)
  if (deictic && !/^here$/i.test(deictic[0] === 'here' ? 'x' : deictic[0]))
    return { edits, open: `“${deictic[0]}” points outside` }
  const live = tokens.filter((token) => token.start >= base + lead)
  const pronoun = closePronouns(live, mentions, around, edits)
  if (pronoun) return { edits, open: pronoun }
  const definite = closeDefinites(live, mentions, around, edits)
  return { edits, open: definite }
}

/** "however" and "also" inside a sentence are dropped, as they point back. */
const dropped = (tokens: Token[], from: number): Edit[] => {
  const out: Edit[] = []
  tokens.forEach((token, i) => {
    if (token.start < from) return
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    if (
      /^(?:however|therefore|moreover|furthermore|nevertheless|meanwhile|too|thus|though)$/.test(token.lower) &&
      before?.text === ',' &&
      (after?.text === ',' || after?.text === '.')
    ) {
      out.push({ start: before.start, end: after.text === ',' ? after.end : token.end, text: '' })
    } else if (
      /^(?:also|therefore|thus|nevertheless|then|finally|eventually)$/.test(token.lower) &&
      token.pos === 'ADV' &&
      before &&
      (before.pos === 'AUX' || before.pos === 'NOUN' || before.pos === 'PROPN') &&
      after &&
      (after.pos === 'VERB' || after.pos === 'AUX' || (before.pos === 'AUX' && token.lower !== 'also')) &&
      after.lower !== 'known' &&
      after.lower !== 'called'
    ) {
      out.push({ start: token.start, end: after.start, text: '' })
    }
  })
  return out
}

const closePronouns = (
  tokens: Token[],
  mentions: EntityMention[],
  around: Surroundings,
  edits: Edit[],
): string | null => {
  let resolved: Subject | null = null
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    if (
      token.lower === 'the' &&
      tokens[i + 1]?.pos === 'NUM' &&
      !/^(?:NOUN|ADJ|PROPN|NUM|VERB|ADP)$/.test(tokens[i + 2]?.pos ?? '') &&
      !/\d/.test(tokens[i + 1]?.text ?? '')
    ) {
      return `“the ${tokens[i + 1]?.text}” points outside`
    }
    if (OPEN_WORDS.test(token.lower) && !harmlessPointer(tokens, i)) return `“${token.text}” points outside`
    if (token.lower === 'that' && pointingThat(tokens, i)) return '“that” points outside'
    if (/^(?:both|another|other)$/.test(token.lower) && !harmlessOther(tokens, i))
      return `“${token.text}” points outside`
    if (!PERSONAL.has(token.lower) || token.text === 'IT') continue
    if (resolved || agreesWithin(tokens, i, mentions)) continue
    if (token.lower === 'it' && expletive(tokens, i)) continue
    const subject = antecedent(token.lower, around)
    if (!subject || !opensClause(tokens, i)) return `“${token.text}” has no antecedent`
    resolved = subject
    const possessive =
      /^(?:his|her|its|their)$/.test(token.lower) && !(token.lower === 'her' && tokens[i + 1]?.pos !== 'NOUN')
    edits.push({
      start: token.start,
      end: token.end,
      text: `[${subject.text}${possessive ? (subject.text.endsWith('s') ? "'" : "'s") : ''}]`,
    })
  }
  return null
}

const opensClause = (tokens: Token[], i: number): boolean =>
  i === 0 ||
  (i < 9 && tokens[i - 1]?.text === ',') ||
  (i < 6 && tokens.slice(0, i).some((token) => /^\d{4}$/.test(token.text)))

const harmlessPointer = (tokens: Token[], i: number): boolean => {
  const lower = tokens[i]?.lower
  const next = tokens[i + 1]?.lower
  if (lower === 'same') {
    const other = tokens[i + 1]
    return (
      tokens[i - 2]?.lower === 'all' ||
      tokens.slice(i + 1, i + 5).some((token) => token.lower === 'as') ||
      /^(?:time|way|terms|year|day)$/.test(other?.lower ?? '') ||
      tokens.slice(0, i).some((token) => token.lemma === other?.lemma)
    )
  }
  if (lower === 'such') return next === 'as' || (/^an?$/.test(next ?? '') === false && tokens[i - 1]?.lower === 'as')
  const noun = tokens.slice(i + 1, i + 4).find((token) => token.pos === 'NOUN')
  if ((lower === 'this' || lower === 'these') && noun && tokens.slice(0, i).some((token) => token.lemma === noun.lemma))
    return true
  if (lower === 'those')
    return (
      next === 'of' ||
      next === 'who' ||
      next === 'that' ||
      next === 'in' ||
      next === 'with' ||
      /(?:ed|en)$/.test(next ?? '')
    )
  return false
}

const pointingThat = (tokens: Token[], i: number): boolean => {
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (i === 0) return true
  if (after?.lower === 'of') return false
  return before?.pos === 'ADP' && after?.pos === 'NOUN'
}

const harmlessOther = (tokens: Token[], i: number): boolean => {
  const lower = tokens[i]?.lower
  const before = tokens[i - 1]?.lower
  const rest = tokens.slice(i + 1, i + 14)
  if (lower === 'both') return rest.some((token) => token.lower === 'and')
  if (i > 4 && tokens[i + 1]?.pos === 'NOUN' && tokens.slice(0, i).some((token) => token.pos === 'NOUN')) return true
  if (lower === 'another') return before === 'one' || tokens.slice(0, i).some((token) => token.lower === 'one')
  return (
    before === 'each' ||
    (before === 'the' && tokens.slice(0, i).some((token) => /^(?:each|one)$/.test(token.lower))) ||
    before === 'and' ||
    before === 'or' ||
    tokens[i + 1]?.lower === 'than' ||
    tokens.slice(0, i).some((token) => token.lower === 'one') ||
    before === 'any' ||
    before === 'most' ||
    before === 'many' ||
    before === 'all'
  )
}

/** "him", and "her" without a noun: never the subject of its own clause. */
const isObject = (tokens: Token[], i: number): boolean => {
  const lower = tokens[i]?.lower
  return lower === 'him' || (lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[i + 1]?.pos ?? ''))
}

const agreesWithin = (tokens: Token[], i: number, mentions: EntityMention[]): boolean => {
  const token = tokens[i]
  if (!token) return false
  const earlier = tokens.slice(0, i)
  if (person(token.lower)) {
    const persons = new Set(
      mentions.filter((mention) => mention.entity.type === 'person').map((mention) => mention.entity),
    )
    const before = mentions.some(
      (mention) => (mention.entity.type === 'person' || isPersonLike(mention.entity)) && mention.end <= token.start,
    )
    if (isObject(tokens, i) && persons.size < 2) return false
    return before || (persons.size === 1 && /^(?:his|her)$/.test(token.lower) && i < 8)
  }
  if (plural(token.lower))
    return earlier.some(
      (other) =>
        (other.pos === 'NOUN' && /s$|people|men|women|children|mice|bacteria/.test(other.lower)) ||
        (other.pos === 'CCONJ' && other.lower === 'and') ||
        (other.pos === 'PROPN' && /s$/.test(other.lower)),
    )
  return earlier.some(
    (other) =>
      (other.pos === 'NOUN' && !/[^s]s$/.test(other.lower) && !/^(?:year|century|time|end|day)$/.test(other.lower)) ||
      (other.pos === 'PROPN' &&
        !mentions.some(
          (mention) => mention.entity.type === 'person' && mention.start <= other.start && mention.end >= other.end,
        ) &&
        !/^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
          other.text,
        )),
  )
}

const expletive = (tokens: Token[], i: number): boolean =>
  /^(?:is|was|takes|took|has been)$/.test(tokens[i + 1]?.lower ?? '') &&
  tokens.slice(i + 2, i + 12).some((token) => token.lower === 'that' || token.lower === 'to') &&
  i > 0

const antecedent = (lower: string, around: Surroundings): Subject | null => {
  const { subject, topic, persons, personsBefore } = around
  if (person(lower)) {
    const [last, another] = personsBefore
    if (last && !another) return { text: last.name, kind: 'person', entity: last, sole: true }
    if (last) return null
    const [only] = persons
    if (only && persons.length === 1) return { text: only.name, kind: 'person', entity: only, sole: true }
    return persons.length === 0 && topic?.type === 'person'
      ? { text: topic.name, kind: 'person', entity: topic, sole: true }
      : null
  }
  if (plural(lower)) return subject?.kind === 'plural' ? subject : null
  return subject?.kind === 'thing' && subject.sole ? subject : null
}
