import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { levelled } from '#lib/source/index.ts'
import { irregularPast } from './lexicon/verbs.ts'
import type { Token } from './types.ts'

const nlp = winkNLP(model, ['pos'])
const its = nlp.its

/** Words, numbers with their separators, or single marks. Each alternative starts differently and none nests. */
const PIECE =
  /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['-]\p{L}[\p{L}\p{M}\p{N}]*|-\p{N}+|\.(?=\p{L}\.))*|\p{N}+(?:[.,:]\p{N}+)*(?:-?\p{L}[\p{L}\p{M}]*)?|\S/gu

const splitPossessive = (piece: string): string[] => {
  const at = piece.endsWith("'s") ? piece.length - 2 : -1
  return at > 0 ? [piece.slice(0, at), piece.slice(at)] : [piece]
}

type Raw = { text: string; at: number }

/** Pieces of a sentence with offsets from its start. */
export const piecesOf = (level: string): Raw[] => {
  const out: Raw[] = []
  for (const match of level.matchAll(PIECE)) {
    let at = match.index
    for (const text of splitPossessive(match[0])) {
      out.push({ text, at })
      at += text.length
    }
  }
  return out
}

/** A sentence without any finite verb: the first noun in -s after a singular noun is its verb ("The Rhine rises in …"). */
const withVerb = (tokens: Token[]): Token[] => {
  if (
    tokens.some(
      (token, i) =>
        token.pos === 'AUX' ||
        (token.pos === 'VERB' && !/ing$/.test(token.lower) && tokens[i - 1]?.lower !== 'to' && !relative(tokens, i)),
    )
  )
    return tokens
  const verb = tokens.find((token, i) => {
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    const singular =
      before !== undefined && (before.pos === 'PROPN' || (before.pos === 'NOUN' && !/[^s]s$/.test(before.lower)))
    return (
      token.pos === 'NOUN' &&
      /[^s]s$/.test(token.lower) &&
      singular &&
      after !== undefined &&
      after.pos !== 'AUX' &&
      after.pos !== 'PUNCT'
    )
  })
  const base = verb ?? tokens.find((_, i) => isBaseVerb(tokens, i))
  if (base) base.pos = 'VERB'
  return tokens
}

/** "The kidneys filter about 180 litres": a bare noun after a plural one, before what only a verb takes. */
const isBaseVerb = (tokens: Token[], i: number): boolean => {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  return (
    token?.pos === 'NOUN' &&
    !/[^s]s$/.test(token.lower) &&
    before?.pos === 'NOUN' &&
    /[^s]s$/.test(before.lower) &&
    /^(?:DET|ADP|ADV|NUM|ADJ|PRON|PART|PROPN)$/.test(after?.pos ?? '')
  )
}

/** Whether a verb stands in a relative clause, right after "which", "who" or "that". */
const relative = (tokens: Token[], i: number): boolean => /^(?:which|who|that)$/.test(tokens[i - 1]?.lower ?? '')

type Tagged = { readonly from: number; readonly to: number; readonly pos: string; readonly lemma: string }

/** Tags of short stretches met of late: the tagger takes as long for two words as for ten, and lists repeat themselves. */
const remembered = new Map<string, readonly Tagged[]>()
const REMEMBERED_MOST = 5_000
const REMEMBERED_LENGTH = 40

const tagsOf = (level: string): readonly Tagged[] => {
  if (level.length > REMEMBERED_LENGTH) return tagged(level)
  const before = remembered.get(level)
  if (before) return before
  if (remembered.size >= REMEMBERED_MOST) remembered.clear()
  const tags = tagged(level)
  remembered.set(level, tags)
  return tags
}

/** The tagger takes the square of the length for a row of marks without a space; no word of prose is as long. */
const ROW = /\S{100,}/g
const parted = (level: string): string =>
  level.replace(ROW, (row) => row.replace(/[^\p{L}\p{N}]/gu, (mark) => ' '.repeat(mark.length)))

const tagged = (level: string): Tagged[] => {
  const tokens = nlp.readDoc(parted(level)).tokens()
  const values = tokens.out() as string[]
  const tags = tokens.out(its.pos) as string[]
  const lemmas = tokens.out(its.lemma as typeof its.value) as string[]
  const out: Tagged[] = []
  let cursor = 0
  values.forEach((value, index) => {
    const at = level.indexOf(value, cursor)
    if (at < 0) return
    cursor = at + value.length
    out.push({ from: at, to: cursor, pos: tags[index] ?? 'X', lemma: lemmas[index] ?? value })
  })
  return out
}

const PREPOSITIONS = new Set(
  'of in to for with on at from by about as into like through after over between out against during without before under around among toward towards upon across behind beyond near since until within along above below per via'.split(
    ' ',
  ),
)
const BE_HAVE = new Set(
  'is are was were be been being am has have had do does did will would can could may might must shall should'.split(
    ' ',
  ),
)

/** "Linear probing is …", "uses open addressing.": an -ing form that a modifier makes a noun. */
const isGerundNoun = (before: Token | undefined, after: Token | undefined): boolean =>
  before !== undefined &&
  (before.pos === 'ADJ' || before.pos === 'NOUN') &&
  !BE_HAVE.has(before.lower) &&
  after !== undefined &&
  (after.pos === 'AUX' || after.pos === 'PUNCT' || (after.pos === 'VERB' && /s$/.test(after.lower)))

/** Known confusions of the tagger, put right by shape and neighbours. */
const repaired = (tokens: Token[]): Token[] => {
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    if (/^\p{N}/u.test(token.text) && !/\p{L}/u.test(token.text)) token.pos = 'NUM'
    else if (BE_HAVE.has(token.lower)) token.pos = 'AUX'
    else if (token.lower.includes('-') && token.pos !== 'PROPN' && /^\p{Ll}/u.test(token.text))
      token.pos =
        /-(?:based|like|shaped|free|level|scale|term|driven|made|known|born|led|held|called|year|old|time|day|long|wide|range|type|specific)$/.test(
          token.lower,
        ) || /ed$/.test(token.lower)
          ? 'ADJ'
          : token.pos === 'VERB'
            ? 'ADJ'
            : token.pos
    else if (
      token.pos === 'VERB' &&
      before &&
      (before.pos === 'DET' || before.pos === 'ADJ') &&
      !/(?:ed|ing)$/.test(token.lower) &&
      before.lower !== 'that' &&
      before.lower !== 'both'
    )
      token.pos = 'NOUN'
    else if (token.pos === 'VERB' && before?.lower === 'of' && !/ing$/.test(token.lower)) token.pos = 'NOUN'
    else if (
      token.pos === 'PART' &&
      token.lower === 'to' &&
      after &&
      /s$/.test(after.lower) &&
      after.lemma !== after.lower
    )
      token.pos = 'ADP'
    else if (
      token.pos === 'NOUN' &&
      irregularPast.has(token.lower) &&
      after &&
      (after.pos === 'DET' || after.pos === 'PROPN') &&
      before &&
      before.pos !== 'DET' &&
      before.pos !== 'ADJ'
    )
      token.pos = 'VERB'
    if (PREPOSITIONS.has(token.lower) && token.pos === 'VERB') token.pos = 'ADP'
    if (token.pos === 'VERB' && /ing$/.test(token.lower) && isGerundNoun(before, after)) token.pos = 'NOUN'
  })
  return tokens
}

/**
 * Tokens of one sentence with parts of speech. `lowerFirst`: the first word is capitalised only because it stands first, and
 * is tagged as if it were not.
 */
export const tokensOf = (sentence: string, offset: number, lowerFirst: boolean): Token[] => {
  const level = levelled(sentence)
  const recased = lowerFirst ? level.slice(0, 1).toLowerCase() + level.slice(1) : level
  const tags = tagsOf(recased)
  let t = 0
  const tokens = piecesOf(level).map(({ text, at }): Token => {
    const end = at + text.length
    while (t < tags.length - 1 && (tags[t]?.to ?? 0) <= at) t++
    let last = t
    while (last < tags.length - 1 && (tags[last + 1]?.from ?? end) < end) last++
    const tag = tags[last]
    const whole = tag?.from === at && tag.to === end
    const lower = text.toLowerCase()
    const pos = /^[^\p{L}\p{N}]$/u.test(text) && text !== '%' && text !== '$' ? 'PUNCT' : (tag?.pos ?? 'X')
    return { text, lower, start: offset + at, end: offset + end, pos, lemma: whole ? (tag?.lemma ?? lower) : lower }
  })
  return withVerb(repaired(tokens))
}
