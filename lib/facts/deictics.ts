import type { Edit, Token } from './types.ts'

const CONNECTOR =
  /^(?:however|moreover|furthermore|in addition|additionally|therefore|thus|consequently|as a result|for example|for instance|nevertheless|nonetheless|meanwhile|in fact|indeed|similarly|likewise|hence|accordingly|in particular|in general|generally|finally|overall|in turn|of course|by contrast|in contrast|on the other hand|instead|notably|importantly|besides|also|ultimately|eventually|rather|specifically|in essence|essentially|in short|in effect|typically|usually|fortunately|traditionally|in other words|that is|in practice|in brief|first|second|third|lastly|conversely|more specifically|historically|today|in return|in exchange|in response|at first|by then|in time|over time|soon|in the end|for th(?:is|at) reason|in this way|at the same time|to this end|as such)(?:,\s+|\s+(?=the\b))/i
const REFERENCE =
  /^(?:As|Like) (?:discussed|described|mentioned|noted|shown|seen|explained|stated|illustrated|we|you)\b/
const CONJUNCTION = /^(?:but|and|yet)\s+(?!then\b)/i
const DEICTIC =
  /\b(?:(?<!\bwhat (?:is|are|was|were) )(?<!\()now(?! called| known| named)|(?<!known |called |is |are )today|currently|recently|nowadays|(?<!(?:million|billion|thousand|hundreds|thousands|millions|billions|hundred)(?: of)? years )ago|at present|so far|to date|this (?:year|month|week)|last (?:year|month|week)|next (?:year|month|week)|yesterday|tomorrow|at th(?:at|is|e) time(?! of| when)|by then|since then|until then|thereafter|therein|the (?:former|latter)(?=[,.;]| (?:is|was|are|were|has|had|can|will|also|\w+ed)\b)|aforementioned|(?:the|its|their) current (?:president|premier|prime minister|mayor|head|chair\w*|director|owner|name|form|champion|record|holder|population|government|governor|king|queen|leader|version|site|building)|(?:mentioned|described|discussed|noted|shown|listed|seen) (?:above|below|earlier|previously)|the following|as follows|above\.|below\.|elsewhere|vice versa|otherwise|in this (?:way|case|sense)|in that (?:way|case|sense)|for this reason|for that reason|these days|here|(?:do|did|does|doing|done) so)\b/i
/** "After only ten years, …" counts from something said before. */
const COUNTED_FROM =
  /^(?:after|within|for) (?:only |just |about |nearly |almost |more than |less than |another )?(?:\d+|an?|several|some|many|two|three|four|five|six|seven|eight|nine|ten|twenty|a few|\w+ty) (?:more )?(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?)(?:,| \w+ (?:was|were|had|did|\w+ed)\b)/i
const FURTHER =
  /\b[Nn]o (?:further|other) \p{L}+|\b(?:two|three|four|some|several) (?:further|additional|more|new) \p{L}+|\b(?:an?|one) (?:further|additional) [\p{L}\d]+|\b(?:added|went on|continued|replied|repeated) that\b|\banswered\b|\b(?:is|was|are|were) (?:one|an|another) (?:\p{L}+ )?example\b/u
const SHIFTED =
  /^(?:(?:an?|one|another) (?:\w+ )?example\b|one of (?:the|these|those) (?:last|first|next|main|major|most|many)\b|(?:\w+-)?\w+ per ?cent (?!of)|later|earlier|then|soon|afterwards?|next|(?:\w+ ){1,3}(?:years?|months?|weeks?|days?|centur(?:y|ies)|decades?|hours?) (?:later|earlier|before|after(?:wards?)?)|the (?:next|following|previous|same) |so\b(?! (?:long|far|much|many) as\b)|or\b|instead\b(?! of\b)|such\b|another\b|other\b|others\b|the (?:most \p{L}+|\p{L}+est|first|second|third|fourth|last|next) (?:is|was|are|were|has|had)\b|an? (?:second|third|fourth|fifth|final|last|further|additional)(?! (?:of|or|to|world)\b) \p{L}+|some (?:\w+ed|is|are|was|were|has|have|had|do|did|can|may)\b|many (?!of)\w+ed\b|most (?:were|are|have|of (?:these|them|those))|(?:one|two|three|both|each|none|neither|either) (?:is|are|was|were|has|have|had)\b)/iu
/** "…, that allowance was cut" */
const POINTING_THAT = /(?:^|, )that \p{L}+ (?:is|was|were|has|had|would|could|did|can|will)\b/iu
/** An adverbial of time that counts from the sentence before; a sentence with a year of its own can do without it. */
const SINCE =
  /^(?:(?:at|by|around|during|before|after) (?:this|that|the same) (?:time|point|period|date)|since then|by then|thereafter|afterwards?|subsequently(?=,)|then(?=,)|soon(?: after(?:wards?)?)?(?=,)|later(?=,)|(?:a few|several|many|some|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|months|decades|centuries) later|a (?:year|decade|century) later),?\s+/i
/** One of a row that was begun before. */
const RANKED =
  /\b(?:an?|the) (?:second|third|fourth|fifth) (?:\p{L}+ )?(?:factors?|reasons?|types?|kinds?|groups?|ways?|categor(?:y|ies)|steps?|stages?|problems?|theor(?:y|ies)|views?|arguments?|options?|approach|methods?|examples?|causes?|points?|forms?|definition)\b/u
/** "two days later" in a sentence that has no date of its own to count from. */
const COUNTED_ON =
  /\b[\p{L}\d]+ (?:years?|months?|weeks?|days?|hours?|decades?|centuries) (?:later|earlier|afterwards?)\b/u
const YEAR = /\b(?:in|on|by|until|from|of) (?:[\p{L}\d]+,? ){0,3}(?:1\d{3}|20\d\d)\b/u

/** Letters at the front of a sentence that only tie it to the one before: "However, ". */
export const leadOf = (level: string): number => {
  let lead = 0
  for (let again = 0; again < 2; again++) {
    const rest = level.slice(lead)
    const since = SINCE.exec(rest)
    const match = CONNECTOR.exec(rest) ?? CONJUNCTION.exec(rest) ?? (since && YEAR.test(rest) ? since : null)
    if (match) lead += match[0].length
  }
  return lead
}

/** What makes a sentence lean on the one before or on the time of writing; null where nothing does. */
export const leansOn = (rest: string): string | null => {
  if (SHIFTED.test(rest) || REFERENCE.test(rest) || COUNTED_FROM.test(rest)) return 'leans on the sentence before'
  if (COUNTED_ON.test(rest) && !YEAR.test(rest)) return 'leans on the sentence before'
  if (RANKED.test(rest)) return 'leans on the sentence before'
  const further = FURTHER.exec(rest)
  if (further) return `“${further[0]}” leans on the sentence before`
  if (POINTING_THAT.test(rest)) return '“that” points outside'
  const deictic = DEICTIC.exec(rest)
  return deictic ? `“${deictic[0]}” points outside` : null
}

const DATED = /^(?:now|today|currently|presently|nowadays)$/
/** What may have changed since a text was written. */
const CHANGING =
  /^(?:most|least|only|record|still|yet|latest|newest|(?!forest|interest|harvest|guest|quest|contest|protest|honest)\p{L}+est)$/u

/** Whether a sentence states what changes from year to year: a number, or what is the largest of its kind. */
export const isChanging = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) => (token.pos === 'NUM' && !/^(?:1\d{3}|20\d\d|one)$/.test(token.lower)) || CHANGING.test(token.lower),
  )

/** "as well" and "too" at the end of a clause. */
const additions = (tokens: readonly Token[]): Edit[] =>
  tokens.flatMap((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    const well = token.lower === 'well' && before?.lower === 'as'
    const last = well ? tokens[i - 2] : before
    if (!last || !after || !/^[.,;]$/.test(after.text) || !(well || token.lower === 'too')) return []
    return last.text === ',' ? [] : [{ start: last.end, end: token.end, text: '' }]
  })

/** Adverbs of the time of writing in the present tense, and additions, where the sentence is as true without them. */
export const needlessAdverbs = (tokens: readonly Token[]): Edit[] => [...additions(tokens), ...datedAdverbs(tokens)]

const datedAdverbs = (tokens: readonly Token[]): Edit[] => {
  const past = tokens.some((token) => /^(?:was|were|had|did|could|would)$/.test(token.lower))
  if (past || isChanging(tokens)) return []
  return tokens.flatMap((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    if (!DATED.test(token.lower) || !before || !after || after.lower === "'s") return []
    if (/^(?:until|till|of|since|to|from|by|than|as|even|just)$/.test(before.lower) || before.text === ',') return []
    if (/^(?:known|called|named|that)$/.test(after.lower)) return []
    const closes = /^[.,;]$/.test(after.text)
    return closes
      ? [{ start: before.end, end: token.end, text: '' }]
      : [{ start: token.start, end: after.start, text: '' }]
  })
}
