import { occupations, personTitles } from '../lexicon/names.ts'
import { isDemonym } from '../mentions.ts'
import type { Entity, EntityMention, EntityType, Token } from '../types.ts'
import { type Candidate, rendered, type View } from '../view.ts'
import { isPersonLike } from '../words.ts'

/** What a learner is told is missing; for types without an entry, a name. */
const ENTITY_HINTS: Partial<Record<EntityType, string>> = {
  person: 'person',
  country: 'country',
  city: 'city',
  continent: 'continent',
  region: 'region',
  island: 'island',
  islands: 'group of islands',
  river: 'river',
  lake: 'lake',
  sea: 'sea',
  mountain: 'mountain',
  planet: 'planet',
  language: 'language',
  programming: 'programming language',
  company: 'company',
  university: 'school, college or university',
  organisation: 'organisation',
  court: 'court',
  treaty: 'agreement',
  law: 'law',
  war: 'war',
  battle: 'battle',
  state: 'state',
  period: 'period',
  building: 'place',
  award: 'award',
  disease: 'disease',
  ship: 'ship',
}
const ASKED_WITH_WHICH: Partial<Record<EntityType, string>> = {
  country: 'country',
  city: 'city',
  river: 'river',
  island: 'island',
  lake: 'lake',
  planet: 'planet',
  company: 'company',
  university: 'university',
  programming: 'programming language',
  court: 'court',
  treaty: 'agreement',
  organisation: 'organisation',
}

const SECOND = ['World War II', 'Second World War', 'World War Two', 'WWII', 'WW2', 'WW II']
const FIRST = ['World War I', 'First World War', 'World War One', 'Great War', 'WWI', 'WW1', 'WW I']
/** Every usual name of the wars that most texts speak of. */
const WARS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [SECOND, FIRST].flatMap((names) => names.map((name) => [name, names])),
)

/** Full name and shorter forms under which an answer counts as right. */
const acceptedNames = (entity: Entity, surface: string): string[] => {
  const out = [surface, entity.name, ...entity.names]
  if (entity.type === 'person' || isPersonLike(entity)) {
    const surname = entity.name.split(' ').at(-1) ?? ''
    if (surname.length > 2 && !/^[IVX]+$/.test(surname)) out.push(surname)
  }
  for (const name of [...out]) if (/^(?:The |the )/.test(name)) out.push(name.slice(4))
  const [first = '', ...rest] = surface.split(' ')
  if (rest.length > 1 && occupations.has(first.toLowerCase())) out.push(rest.join(' '))
  for (const other of WARS[surface] ?? []) out.push(other)
  if (entity.type === 'organisation' && !/^(?:US|U\.S\.|United States|American|British|UK)\b/.test(surface))
    for (const land of ['US', 'U.S.', 'United States']) out.push(`${land} ${surface}`)
  if (entity.type === 'name')
    for (const name of [...out]) if (/^\p{Lu}\p{Ll}{3,}[^s]s$/u.test(name)) out.push(name.slice(0, -1))
  for (const [tail, types] of [
    [' River', 'river'],
    [' Islands', 'islands'],
    [' Island', 'island'],
    [' Empire', 'state'],
    [' Desert', 'region'],
    [' Sea', ''],
  ] as const) {
    for (const name of [...out])
      if (types !== '' && entity.type === types && name.endsWith(tail)) out.push(name.slice(0, -tail.length))
  }
  return [...new Set(out)].filter((name) => name !== '')
}

const indexAt = (view: View, offset: number) => view.tokens.findIndex((token) => token.end > offset)

type Place = 'subject' | 'agent' | 'object' | 'place' | 'elsewhere' | null

const roleOf = (view: View, mention: EntityMention): Place => {
  const { clause, tokens } = view
  const first = indexAt(view, mention.start)
  const last = indexAt(view, mention.end - 1)
  const before = tokens[first - 1]
  const article = before?.lower === 'the' ? 1 : 0
  const lead = tokens[first - 1 - article]
  if (
    clause &&
    last === clause.subjectTo &&
    (first - article === clause.subjectFrom || roleBefore(view, clause.subjectFrom, first))
  )
    return 'subject'
  if (!clause || first < clause.verb) return stands(view, first, last, lead) ? 'elsewhere' : null
  if (lead?.lower === 'by' && clause.passive && first - article - 1 <= clause.verb + 8) return 'agent'
  if (first - article === clause.verb + 1) return 'object'
  if (
    lead &&
    /^(?:in|at|to|from|near|on|into|with|against|of|after|through)$/.test(lead.lower) &&
    first - article <= clause.verb + 9
  )
    return 'place'
  return stands(view, first, last, lead) ? 'elsewhere' : null
}

/** Whether a name is a whole part of its clause: after a preposition or a verb, or before its own verb. */
const stands = (view: View, first: number, last: number, lead: Token | undefined): boolean => {
  const after = view.tokens[last + 1]
  const open = view.level.lastIndexOf('(', (view.tokens[first]?.start ?? 0) - view.start)
  const closed = view.level.lastIndexOf(')', (view.tokens[first]?.start ?? 0) - view.start)
  if (open > closed) return false
  const governed =
    lead !== undefined &&
    (lead.pos === 'ADP' || lead.pos === 'VERB') &&
    !/^(?:like|as|including|such|than|between|among|per|via)$/.test(lead.lower)
  return governed || (first > 0 && /^(?:VERB|AUX)$/.test(after?.pos ?? '') && !/ing$/.test(after?.lower ?? ''))
}

/** Whether only a title or office stands between the start of the subject and the name. */
const roleBefore = (view: View, from: number, to: number): boolean =>
  to - from <= 5 &&
  to > from &&
  view.tokens.slice(from, to).every((token) => /^(?:PROPN|NOUN|ADJ|DET)$/.test(token.pos))

const coordinated = (view: View, mention: EntityMention): boolean => {
  const first = indexAt(view, mention.start)
  const last = indexAt(view, mention.end - 1)
  const before = view.tokens[first - 1]?.lower === 'the' ? view.tokens[first - 2] : view.tokens[first - 1]
  const after = view.tokens[last + 1]
  const second = view.tokens[last + 2]
  if (before && /^(?:and|or|nor|&|\/)$/.test(before.lower)) return true
  if (after && /^(?:and|or|&|\/)$/.test(after.lower))
    return !(second?.pos === 'VERB' || second?.pos === 'AUX' || second?.pos === 'ADV')
  return after?.text === ',' && second?.pos === 'PROPN' && !isPlaceWithin(view, mention, last)
}

/** "Petoskey, Michigan": a town with the land it lies in. */
const isPlaceWithin = (view: View, mention: EntityMention, last: number): boolean => {
  const second = view.tokens[last + 2]
  const whole = view.mentions.find(({ start }) => start === second?.start)?.entity.type
  return PLACES.has(mention.entity.type) && /^(?:country|region|state)$/.test(whole ?? '')
}

const whoOf = (view: View, mention: EntityMention): string | null => {
  const { clause, tokens } = view
  if (!clause || clause.apposed || view.finite !== 1) return null
  const asker =
    mention.entity.type === 'person'
      ? 'Who'
      : ASKED_WITH_WHICH[mention.entity.type]
        ? `Which ${ASKED_WITH_WHICH[mention.entity.type]}`
        : null
  const verb = tokens[clause.verbFrom]
  const last = tokens.findLastIndex((token) => /[\p{L}\p{N}%]/u.test(token.text))
  const end = tokens[last]
  if (!asker || !verb || !end) return null
  if (
    /^(?:are|were|have)$/.test(verb.lower) ||
    (mention.entity.type !== 'person' && verb.pos === 'VERB' && !clause.past && !/s$/.test(verb.lower))
  )
    return null
  const predicate = rendered(view, verb.start, end.end, view.edits)
  if (/, (?:and|but|so|or) /.test(predicate)) return null
  if (!clause.fronted) return `${asker} ${predicate}?`
  const lead = tokens[0]
  const dated = view.dates.some(
    (date) => date.start - (lead?.end ?? 0) <= 2 && date.end >= (tokens[clause.subjectFrom - 1]?.start ?? 0) - 2,
  )
  const tail = tokens[clause.subjectFrom - 1]
  if (!dated || !lead || !tail) return null
  const adverbial = rendered(view, lead.start, tail.text === ',' ? tail.start : tail.end, view.edits)
  if (/,|\bthat\b|\d{4}/.test(predicate) || predicate.split(' ').length > 12)
    return `${adverbial}, ${asker.slice(0, 1).toLowerCase()}${asker.slice(1)} ${predicate}?`
  return `${asker} ${predicate} ${adverbial.slice(0, 1).toLowerCase()}${adverbial.slice(1)}?`
}

const BASE: Record<Exclude<Place, null>, number> = {
  subject: 0.74,
  agent: 0.82,
  object: 0.7,
  place: 0.66,
  elsewhere: 0.62,
}
const PLACES = new Set<EntityType>([
  'city',
  'country',
  'region',
  'island',
  'river',
  'sea',
  'lake',
  'university',
  'continent',
  'building',
  'mountain',
])
const PLACE_VERBS =
  /^(?:born|found|founded|sign|signed|hold|held|die|died|discover|discovered|locate|located|build|built|move|moved|flow|flows|rise|rises|invade|defeat|visit|visited|meet|met|study|studied|establish|established|arrive|arrived|open|opened|publish|published|begin|began|work|worked|lie|lies|travel|originate|originated|cede|ceded|join|joined|emigrate|return|returned|empty|empties|teach|taught|graduate|graduated|settle|settled|land|landed|fight|fought|win|won|crown|crowned|stand|stands)$/

/** Whether the main verb says where or what a place is; a capital that acts stands for its government. */
const isSituated = (view: View): boolean => {
  const verb = view.clause ? view.tokens[view.clause.verb] : undefined
  return (
    verb !== undefined &&
    (view.clause?.passive === true || /^(?:be|lie|stand|become|have|grow|serve|sit|remain|host)$/.test(verb.lemma))
  )
}

/** A state or body does many things: with neither a date nor two other names, another may have done the same. */
const broadness = (view: View, mention: EntityMention): number => {
  const others = new Set(view.mentions.filter((other) => other.entity !== mention.entity).map((other) => other.entity))
    .size
  return view.dates.length + view.quantities.length > 0 || others > 1 || isIdentified(view) ? 0 : -0.08
}

/** Weight of what else the sentence tells: a bare "X did Y" is answered by too many. */
const anchoring = (view: View, mention: EntityMention): number => {
  const others = new Set(view.mentions.filter((other) => other.entity !== mention.entity).map((other) => other.entity))
    .size
  const resolved = view.edits.some((edit) => edit.text.startsWith('[')) ? 1 : 0
  const details = resolved + others + view.dates.length + view.quantities.length
  const words = view.tokens.filter((token) => /^(?:NOUN|VERB|ADJ)$/.test(token.pos)).length
  return (
    (details === 0 ? -0.1 : details === 1 ? 0.02 : 0.06) + (details > 1 ? 0 : words < 4 ? -0.1 : words < 6 ? -0.03 : 0)
  )
}

/** "X is the Y of Z", "X was the first to …": the sentence says who or what X is. */
const isIdentified = (view: View): boolean => {
  const { clause, tokens } = view
  if (!clause || clause.passive || !/^(?:is|was)$/.test(tokens[clause.verbFrom]?.lower ?? '')) return false
  const next = tokens[clause.verbFrom + 1]?.lower
  const tail = tokens.slice(clause.verbFrom + 2, clause.verbFrom + 9)
  return next === 'the' && tail.some((token) => /^(?:of|to|who|that|which|in|for)$/.test(token.lower))
}

/** "The largest tributary is the X", "Its architect was X": the sentence is there to give the name. */
const isNamedBy = (view: View): boolean => {
  const { clause, tokens } = view
  if (!clause || clause.passive || !/^(?:is|was)$/.test(tokens[clause.verbFrom]?.lower ?? '')) return false
  const first = tokens[clause.subjectFrom]?.lower ?? ''
  return /^(?:the|its|his|her|their|\[)/.test(first) && clause.subjectTo > clause.subjectFrom
}

/** Whether a capitalised word that is no title stands right before the name, as in "Da Gama". */
const isPartOfName = (view: View, mention: EntityMention): boolean => {
  const before = view.tokens[indexAt(view, mention.start) - 1]
  if (!before || mention.start - before.end > 1) return false
  if (/^\d+(?:st|nd|rd|th)$/.test(before.text)) return true
  if (!/^\p{Lu}/u.test(before.text)) return false
  if (personTitles.has(before.text) || occupations.has(before.lower) || isDemonym(before.text)) return false
  return before.pos === 'PROPN' || /^(?:Da|De|Von|Van|Di|Du|Del|Le|La|El|Al)$/.test(before.text)
}

const REPORTS = /^(?:say|tell|announce|report|state|add|think|believe|argue|claim|call|stress|warn)$/

/** Names in a key part of the main clause: who did it, to whom, by whom, where. */
export const entitySlots = (view: View, topics: ReadonlySet<Entity>): Candidate[] => {
  const out: Candidate[] = []
  for (const mention of view.mentions) {
    const { entity } = mention
    if (entity.type === 'demonym' || topics.has(entity) || entity.name.length < 3) continue
    const role = roleOf(view, mention)
    if (!role || coordinated(view, mention)) continue
    if (entity.type === 'city' && role === 'subject' && !isSituated(view)) continue
    const last = indexAt(view, mention.end - 1)
    const after = view.tokens[last + 1]
    if (
      after &&
      (after.lower === "'s" ||
        after.text === "'" ||
        after.pos === 'PROPN' ||
        after.text === '-' ||
        (after.pos === 'ADJ' && view.tokens[last + 2]?.pos === 'NOUN') ||
        (after.pos === 'NOUN' && role !== 'subject'))
    )
      continue
    if (isPartOfName(view, mention)) continue
    const placed =
      PLACES.has(entity.type) && view.clause && PLACE_VERBS.test(view.tokens[view.clause.verb]?.lower ?? '')
    const base = role === 'place' && !placed ? BASE.elsewhere : BASE[role]
    const repeated = view.mentions.filter((other) => other.entity === entity).length > 1
    if (repeated) continue
    const surface = view.text.slice(mention.start - view.start, mention.end - view.start).replace(/\s+/g, ' ')
    const score =
      base +
      anchoring(view, mention) +
      (role === 'subject' && /^(?:country|state|city|region|organisation)$/.test(entity.type)
        ? broadness(view, mention)
        : 0) +
      (role === 'object' && isNamedBy(view) ? 0.12 : 0) +
      (role === 'subject' && isIdentified(view) ? (entity.type === 'name' ? 0.18 : 0.08) : 0) -
      (REPORTS.test(view.tokens[view.clause?.verb ?? 0]?.lemma ?? '') ? 0.05 : 0) -
      // A surname that the text never gives in full: nobody would type it alone.
      (entity.type === 'person' && !entity.name.includes(' ') ? 0.16 : 0) -
      (entity.type === 'name' ? (/^\p{Lu}.* \p{Lu}/u.test(surface) ? 0.02 : 0.12) : 0) -
      (view.clause?.past ? 0 : 0.02)
    const wh = role === 'subject' && entity.type !== 'name' ? whoOf(view, mention) : null
    out.push({
      kind: 'entity',
      slot: {
        start: mention.start,
        end: mention.end,
        kind: 'entity',
        answer: entity.type === 'person' && entity.name.endsWith(` ${surface}`) ? entity.name : surface,
        accepted: acceptedNames(entity, surface),
        hint: ENTITY_HINTS[entity.type] ?? 'name',
        entity,
      },
      score,
      ...(wh ? { wh } : {}),
    })
  }
  return out
}
