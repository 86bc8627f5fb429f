/** Endings and stems of British spelling, and what American spelling has there; each way both come to one form. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/^(\p{L}{2,})our(s|ed|ing|al|able|ful|ite|hood|er|ers|less)?$/u, '$1or$2'],
  [/^(\p{L}{2,})tre(s)?$/u, '$1ter$2'],
  [/ogue(s)?$/, 'og$1'],
  [/^(def|off|lic|pret)ence(s)?$/, '$1ense$2'],
  [/^(h|an|isch|leuk)aem/, '$1em'],
  [/^(p)aed|^(f)oet|^oe(?=[sd])/, '$1$2e'],
  [/^archaeo/, 'archeo'],
]
const SPELT_MIN = 5

const ROMAN = new Map(
  'ii iii iv vi vii viii ix xii xiii xiv xv xvi xvii xviii xix xx'
    .split(' ')
    .map((word, i) => [word, [2, 3, 4, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20][i] ?? 0]),
)
/** Letters as well as numbers: only the last word of several is read as one (Elizabeth I). */
const ROMAN_LETTERS = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
])
const SHORT = new Map([
  ['saint', 'st'],
  ['mount', 'mt'],
  ['bce', 'bc'],
])

const american = (word: string): string =>
  word.length < SPELT_MIN ? word : AMERICAN.reduce((text, [british, as]) => text.replace(british, as), word)

/** A number after a name: "Henry VIII" is "Henry 8". The name Xi is none. */
const romanAt = (words: readonly string[], i: number): number | undefined => {
  const word = words[i] ?? ''
  if (i === 0) return undefined
  return ROMAN.get(word) ?? (i === words.length - 1 ? ROMAN_LETTERS.get(word) : undefined)
}

/** Words as they are compared: American spelling, St for Saint, Roman numbers after a name in digits. */
export const readSpelling = (words: readonly string[]): string[] =>
  words.map((word, i) => {
    const number = romanAt(words, i)
    return number === undefined ? (SHORT.get(word) ?? american(word)) : String(number)
  })

const PARTS = 'half third quarter fifth sixth seventh eighth ninth tenth'.split(' ')
const COUNTS = 'one two three four five six seven eight nine'.split(' ')
const WORDED = new RegExp(
  `\\b(?:(an?|${COUNTS.join('|')}) )?(half|halves|thirds?|quarters?|fourths?|(?:${PARTS.slice(3).join('|')})s?)\\b`,
  'g',
)

/** "two thirds", "2/3" and "half" as one token each, `2over3`; an ordinal by itself ("third") stays one. */
export const readFractions = (text: string): string =>
  text
    .replace(/(?<![\d/.])(\d{1,3})\/(\d{1,3})(?![\d/])/g, '$1over$2')
    .replace(WORDED, (all, count: string | undefined, part: string) => {
      if (count === undefined && part !== 'half') return all
      const below =
        part === 'half' || part === 'halves'
          ? 2
          : part.startsWith('fourth')
            ? 4
            : PARTS.indexOf(part.replace(/s$/, '')) + 2
      return `${count === undefined || count.startsWith('a') ? 1 : COUNTS.indexOf(count) + 1}over${below}`
    })
