import { numberWord } from '../quantities.ts'
import type { Edit, Quantity, Token } from '../types.ts'
import type { Candidate, View } from '../view.ts'

const HAVING =
  /\b(?:has|have|had|contains?|contained|consists? of|consisted of|comprises?|comprised|composed of|made up of|divided into|includes?|falls? into|fell into|there (?:are|were)|grouped into|classified into|split into|organi[sz]ed into|identified|recogni[sz]es?|possess(?:es)?|requires?|needs?|uses?|elects?|serves?)\b[^.]{0,30}$/i
const LISTED = /[:—]|\((?!s\))|\bnamely\b|\bsuch as\b|\bincluding\b/

/** Accepted spellings of a number: digits with and without separators, and small numbers in words. */
const acceptedNumbers = (quantity: Quantity): string[] => {
  const plain = String(quantity.value)
  const grouped = quantity.value >= 1000 ? quantity.value.toLocaleString('en-US') : plain
  const word = Number.isInteger(quantity.value) ? numberWord(quantity.value) : null
  const out = [quantity.surface, plain, grouped, ...(word ? [word] : [])]
  if (!quantity.counted) out.push(...[plain, grouped].map((form) => joined(form, quantity.unit)))
  return [...new Set(out)]
}

const joined = (number: string, unit: string) => {
  const money = /^(.*?) ?(?:US)?([$€£¥])$/.exec(unit)
  if (money) return `${money[2]}${number} ${money[1]}`.trim()
  if (unit === '') return number
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** A bracket with the same measure in another unit gives the number away, and is left out of the stem. */
const conversionAfter = (view: View, quantity: Quantity): Edit[] => {
  const at = quantity.end - view.start
  const match = /^[^().]{0,30}(\((?:about |approximately |or |= ?|~)?[\d.,]+[^()]{0,40}\))/.exec(
    view.level.slice(at, at + 120),
  )
  if (!match?.[1]) return []
  const from = at + match[0].length - match[1].length
  const space = view.level[from - 1] === ' ' ? 1 : 0
  return [{ start: view.start + from - space, end: view.start + at + match[0].length, text: '' }]
}

/** A list after a colon would only have to be counted: the sentence is asked up to the colon. */
const listAfter = (view: View, quantity: Quantity): Edit[] => {
  const at = quantity.end - view.start
  const colon = view.level.indexOf(':', at)
  if (colon < 0 || colon - at > 60 || /[.;()]/.test(view.level.slice(at, colon))) return []
  return [{ start: view.start + colon, end: view.end, text: '.' }]
}

/** "3 to 5", "50 million to 100 million", "between 10 % and 20 %": one end alone is no answer. */
const isRange = (view: View, index: number): boolean => {
  const bare = (token: Token | undefined) =>
    token !== undefined &&
    /^(?:%|\$|€|£|percent|cent|per|million|billion|thousand|km|cm|mm|m|kg|g|years|days|hours|weeks|months|°C|°F)$/.test(
      token.text,
    )
  let after = index + 1
  while (bare(view.tokens[after])) after++
  let before = index - 1
  while (bare(view.tokens[before])) before--
  const numeric = (token: Token | undefined) =>
    token !== undefined && (token.pos === 'NUM' || /^[$€£]$/.test(token.text))
  const next = view.tokens[after]?.lower ?? ''
  const previous = view.tokens[before]?.lower ?? ''
  if (/^(?:to|or|–|-)$/.test(next) && numeric(view.tokens[after + 1])) return true
  if (
    /^(?:to|or|–|-)$/.test(previous) &&
    view.tokens.slice(Math.max(0, before - 3), before).some((token) => numeric(token))
  )
    return true
  return view.tokens.slice(Math.max(0, index - 3), index).some((token) => token.lower === 'between')
}

/** People whom a text brings in to speak; how many they are says nothing of its matter. */
const TELLERS =
  /(?:researchers|authors|scholars|critics|scientists|students|people|friends|studies|examples|reasons|questions|points|definitions|sections|chapters|articles)$/

/** "the 60 days", a share of nothing named, "there are three types of elections": too little to know the number by. */
const isLoose = (view: View, quantity: Quantity, index: number): boolean => {
  const before = view.tokens.slice(Math.max(0, index - 2), index).map((token) => token.lower)
  const after = view.level.slice(quantity.end - view.start)
  if (
    /^(?:the|these|those|its|their|his|her|next|another|further|last|previous|first|other|some)$/.test(
      before.at(-1) ?? '',
    )
  )
    return true
  if (quantity.counted && !quantity.digits && TELLERS.test(quantity.unit)) return true
  if (/^(?:%|per ?cent)/.test(quantity.unit))
    return !/^ ?(?:%|per ?cent) (?:of|by|to|in|from|water|higher|lower|more|less|faster|slower)\b/.test(after)
  if (before[0] !== 'there') return false
  const rest = view.tokens
    .slice(index + 1)
    .filter(
      (token) =>
        /^(?:NOUN|PROPN|ADJ)$/.test(token.pos) &&
        !/^(?:type|kind|form|main|major|category|class|group|number|stage|phase|part|way)s?$/.test(token.lower),
    )
  return rest.length < 2
}

/** Numbers worth asking: measures, shares, money, and counts of the parts of a thing. */
export const quantitySlots = (view: View): Candidate[] => {
  const out: Candidate[] = []
  for (const quantity of view.quantities) {
    const index = view.tokens.findIndex((token) => token.start === quantity.start)
    if (isRange(view, index) || isLoose(view, quantity, index)) continue
    const before = view.level.slice(0, quantity.start - view.start)
    const after = view.level.slice(quantity.end - view.start)
    const having = HAVING.test(before.slice(-60)) || quantity.start === view.start
    const previous = view.tokens[index - 1]?.lower
    if (quantity.counted && !quantity.digits) {
      if (
        !having ||
        previous === 'the' ||
        previous === 'these' ||
        previous === 'those' ||
        LISTED.test(after.replace(/^[^:.;()]{0,60}:.*$/s, ''))
      )
        continue
      if (
        /^(?:years|days|months|weeks|decades|times|people|men|sides|countries|things|ways|others)$/.test(quantity.unit)
      )
        continue
    }
    if (
      /\b(?:members|which|that) (?:are|were)$/.test(before) ||
      (/,[^,]+(?:,[^,]+)? and /.test(after.replace(/:.*$/s, '')) && quantity.counted && quantity.value <= 12)
    )
      continue
    const parenthesised = before.lastIndexOf('(') > before.lastIndexOf(')')
    if (parenthesised) continue
    const extraEdits = [...conversionAfter(view, quantity), ...(quantity.counted ? listAfter(view, quantity) : [])]
    const score =
      (quantity.counted ? (quantity.digits ? 0.72 : 0.78) : 0.78) -
      (view.quantities.length > 2 ? 0.15 : 0) -
      (having ? 0 : 0.03)
    out.push({
      kind: 'quantity',
      slot: {
        start: quantity.start,
        end: quantity.end,
        kind: 'quantity',
        answer: quantity.surface,
        accepted: acceptedNumbers(quantity),
        hint: 'number',
        quantity,
      },
      score,
      ...(extraEdits.length > 0 ? { extraEdits } : {}),
    })
  }
  return out
}
