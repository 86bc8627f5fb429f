import { MONTHS } from '../dates.ts'
import { baseOf } from '../grammar.ts'
import type { DateMention } from '../types.ts'
import { type Candidate, lowered, raised, rendered, type View } from '../view.ts'

const monthName = (date: DateMention) => MONTHS[(date.month ?? 1) - 1] ?? ''

/** Every way to write the date asked for, at the granularity asked for and finer. */
const acceptedDates = (date: DateMention, asked: 'year' | 'month'): string[] => {
  const out: string[] = []
  const year = String(Math.abs(date.year))
  if (asked === 'year') out.push(date.year < 0 ? `${year} BC` : year)
  if (date.year < 0) out.push(`${year} BCE`, year)
  if (date.month !== null) {
    const month = monthName(date)
    out.push(
      `${month} ${year}`,
      `${month}, ${year}`,
      `${month.slice(0, 3)} ${year}`,
      `${year}-${String(date.month).padStart(2, '0')}`,
    )
    if (date.day !== null) out.push(`${date.day} ${month} ${year}`, `${month} ${date.day}, ${year}`)
  }
  return out
}

const TEMPORAL = /^(?:in|on|of|since|by|until|till|from|during|around|about|before|after|early|late|mid)$/

/** Token range of the adverbial that holds a date: "in October 1956", "on 15 December 2016". */
const adverbial = (view: View, date: DateMention): { from: number; to: number } | null => {
  const first = view.tokens.findIndex((token) => token.end > date.start)
  let to = first
  while (to + 1 < view.tokens.length && (view.tokens[to + 1]?.start ?? Infinity) < date.end) to++
  let from = first - 1
  if (view.tokens[from]?.text === ',' && /^\p{Lu}\p{Ll}+day$/u.test(view.tokens[from - 1]?.text ?? '')) from -= 2
  while (
    /^(?:early|late|mid|the|half|second|first|of|end|beginning)$/.test(view.tokens[from]?.lower ?? '') &&
    first - from < 6
  )
    from--
  return from >= 0 && TEMPORAL.test(view.tokens[from]?.lower ?? '') ? { from, to } : null
}

/** A bracket that the cut left open is closed again. */
const balanced = (open: string): string => {
  const text = open.replace(/[,;:\s]+$/, '')
  return text.lastIndexOf('(') > text.lastIndexOf(')') ? `${text})` : text
}

const RELATIVE = /^(?:which|who|whose|whom|that|where|when|because|although|while|and|but|after|before|until|as)$/
/** Verbs of lasting states: another year may be just as true. */
const STATIVE =
  /^(?:be|have|remain|exist|want|believe|know|need|seem|appear|stand|lie|belong|consist|contain|continue|live|like|love|hold|own|depend|involve|mean|include|see|wish|hope|think|keep|stay)$/

/** Whether the sentence tells a single event, so that no other year can be right. */
const isEvent = (view: View): boolean => {
  const { clause, tokens } = view
  const verb = clause ? tokens[clause.verb] : undefined
  if (!clause?.past || !verb) return false
  if (clause.passive)
    return !/^(?:known|called|used|based|located|situated|considered|seen|interested|involved|lacking)$/.test(
      verb.lower,
    )
  return verb.pos === 'VERB' && !/ing$/.test(verb.lower) && !STATIVE.test(verb.lemma)
}

/** When-question and label, where the main clause is plain and the date is its sister. */
const realised = (view: View, date: DateMention): { wh?: string; label?: string } => {
  const { clause, tokens } = view
  const place = adverbial(view, date)
  if (!clause || !place || clause.apposed || !clause.past || !/^(?:in|on)$/.test(tokens[place.from]?.lower ?? ''))
    return {}
  const lastWord = tokens.findLastIndex((token) => /[\p{L}\p{N}]/u.test(token.text))
  const fronted = place.from === 0 && clause.subjectFrom >= place.to && clause.subjectFrom <= place.to + 2
  const final = place.to === lastWord && !clause.fronted
  if (!fronted && !final) return {}
  const main = tokens.slice(clause.subjectFrom, final ? place.from : lastWord + 1)
  if (final && main.some((token, i) => RELATIVE.test(token.lower) && i > 0)) return {}
  if (fronted && main.some((token, i) => token.text === ',' && /^(?:and|but|so|or)$/.test(main[i + 1]?.lower ?? '')))
    return {}
  const between = (from: number, to: number) => {
    const a = tokens[from]
    const b = tokens[to]
    return a && b && to >= from ? rendered(view, a.start, b.end, view.edits) : ''
  }
  const end = final ? place.from - 1 : lastWord
  const subject = lowered(view, between(clause.subjectFrom, clause.subjectTo), clause.subjectFrom)
  if (subject === '' || end < clause.verbFrom) return {}
  const label = raised(balanced(between(clause.subjectFrom, end)))
  const out: { wh?: string; label?: string } = { label }
  const verb = tokens[clause.verb]
  const aux = tokens[clause.verbFrom]
  if (view.finite !== 1 || !verb || !aux) return out
  const rest = balanced(between(clause.verbFrom + 1, end))
  if (clause.verbFrom === clause.verb && verb.pos === 'VERB') {
    const base = baseOf(verb)
    if (base) out.wh = `In which year did ${subject} ${base}${rest ? ` ${rest}` : ''}?`
  } else if (/^(?:was|were)$/.test(aux.lower))
    out.wh = `In which year ${aux.lower} ${subject}${rest ? ` ${rest}` : ''}?`
  return out
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  )

/** A decade or century in which something happened. */
const wideSlot = (view: View, date: DateMention): Candidate[] => {
  const place = adverbial(view, date)
  if (!place || !/^(?:in|during|since|by)$/.test(view.tokens[place.from]?.lower ?? '') || view.dates.length > 1)
    return []
  const next = view.tokens[place.to + 1]
  if (place.from > 0 && next && /^(?:NOUN|PROPN)$/.test(next.pos)) return []
  const surface = view.level.slice(date.start - view.start, date.end - view.start)
  const score = 0.74 - (view.clause?.past ? 0 : 0.12) - (view.mentions.length === 0 ? 0.1 : 0)
  if (date.granularity === 'decade') {
    const accepted = [surface, `the ${surface}`, surface.replace('s', "'s")]
    return [
      {
        kind: 'date',
        slot: { start: date.start, end: date.end, kind: 'date', answer: surface, accepted, hint: 'decade', date },
        score,
      },
    ]
  }
  const ordinal = /^[\w-]+?(?=[- ]century)/i.exec(surface)?.[0]
  const number = Math.floor((date.year - 1) / 100) + 1
  const word = ORDINALS[number - 1]
  if (!ordinal || !word || date.year < 0) return []
  const digits = `${number}${number % 10 === 1 && number !== 11 ? 'st' : number % 10 === 2 && number !== 12 ? 'nd' : number % 10 === 3 && number !== 13 ? 'rd' : 'th'}`
  return [
    {
      kind: 'date',
      slot: {
        start: date.start,
        end: date.start + ordinal.length,
        kind: 'date',
        answer: ordinal,
        accepted: [...new Set([ordinal, word, digits, String(number)])],
        hint: 'ordinal number',
        date,
      },
      score,
    },
  ]
}

/** Whether a second date follows: "in 1887 and 1890". */
const isDated = (view: View, at: number): boolean =>
  view.tokens
    .slice(at, at + 2)
    .some((token) => token.pos === 'NUM' || view.dates.some((date) => date.start === token.start))

/** Dates that say when something happened. The year is asked; with a month beside it, the month stays in the stem. */
export const dateSlots = (view: View, contextLine: string): Candidate[] => {
  const out: Candidate[] = []
  for (const date of view.dates) {
    if (date.granularity === 'decade' || date.granularity === 'century') out.push(...wideSlot(view, date))
    if (!/^(?:day|month|year)$/.test(date.granularity)) continue
    const place = adverbial(view, date)
    const at = date.start - view.start
    const parenthesised = view.level.lastIndexOf('(', at) > view.level.lastIndexOf(')', at)
    if (!place || parenthesised) continue
    const next = view.tokens[place.to + 1]
    if (
      next &&
      (next.pos === 'NOUN' ||
        next.pos === 'PROPN' ||
        next.lower === "'s" ||
        (/^(?:and|to|or)$/.test(next.lower) && isDated(view, place.to + 2))) &&
      !(next.pos === 'PROPN' && place.from === 0) &&
      !(next.pos === 'NOUN' && place.from === 0)
    )
      continue
    const year = String(Math.abs(date.year))
    const shown = contextLine.includes(year)
    const asked = shown && date.month !== null && date.granularity !== 'day' ? 'month' : 'year'
    const span =
      asked === 'year'
        ? date.year < 0
          ? { start: date.start, end: date.end }
          : date.yearSpan
        : { start: date.start, end: date.end }
    const others = view.dates.length - 1
    const inSubject = view.clause !== null && place.from > view.clause.subjectFrom && place.to <= view.clause.subjectTo
    const preposition = view.tokens[place.from]?.lower ?? ''
    const exclusive = /^(?:in|on)$/.test(preposition) && isEvent(view) && !inSubject
    // "was still lacking in 2013" was so the year before.
    const lasting = !exclusive && view.tokens.some((token) => token.lower === 'still')
    const relative = view.tokens
      .slice(Math.max(0, place.from - 12), place.from)
      .some((token) => /^(?:which|who|whose|where|when|although|because|while)$/.test(token.lower))
    const score =
      0.86 -
      others * 0.12 -
      (relative ? 0.15 : 0) -
      (view.clause?.past ? 0 : 0.12) -
      (view.mentions.length === 0 ? 0.1 : 0) -
      (inSubject ? 0.3 : 0) -
      (exclusive ? 0 : 0.06) -
      (preposition === 'of' ? 0.08 : 0) -
      (/^(?:around|about)$/.test(preposition) ? 0.2 : 0) -
      (view.tokens[place.to + 1]?.text === ',' && /^(?:which|who|where)$/.test(view.tokens[place.to + 2]?.lower ?? '')
        ? 0.12
        : 0) -
      (lasting ? 0.2 : 0)
    const accepted = acceptedDates(date, asked)
    const answer = asked === 'year' ? (accepted[0] ?? year) : `${monthName(date)} ${year}`
    const phrased = asked === 'year' ? realised(view, date) : { label: realised(view, date).label }
    const { wh, label } = phrased as { wh?: string; label?: string }
    out.push({
      kind: 'date',
      slot: {
        ...span,
        kind: 'date',
        answer,
        accepted: [...new Set([answer, ...accepted])],
        hint: asked === 'year' ? 'year' : 'month and year',
        date,
        exclusive,
      },
      score,
      ...(wh ? { wh } : {}),
      ...(label ? { label } : {}),
    })
  }
  return out
}
