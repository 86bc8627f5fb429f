import { occupations, personTitles } from '../lexicon/names.ts'
import { isDemonym } from '../mentions.ts'
import type { Entity, EntityMention, EntityType } from '../types.ts'
import { type Candidate, rendered, type View } from '../view.ts'

/** What a learner is told is missing; types without an entry are asked without a hint. */
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
  university: 'university or institute',
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

/** Full name and shorter forms under which an answer counts as right. */
const acceptedNames = (entity: Entity, surface: string): string[] => {
  const out = [surface, entity.name, ...entity.names]
  if (entity.type === 'person') {
    const surname = entity.name.split(' ').at(-1) ?? ''
    if (surname.length > 2 && !/^[IVX]+$/.test(surname)) out.push(surname)
  }
  for (const name of [...out]) if (/^(?:The |the )/.test(name)) out.push(name.slice(4))
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

type Place = 'subject' | 'agent' | 'object' | 'place' | null

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
  if (!clause || first < clause.verb) return null
  if (lead?.lower === 'by' && clause.passive && first - article - 1 <= clause.verb + 8) return 'agent'
  if (first - article === clause.verb + 1) return 'object'
  if (
    lead &&
    /^(?:in|at|to|from|near|on|into|with|against|of|after|through)$/.test(lead.lower) &&
    first - article <= clause.verb + 9
  )
    return 'place'
  return null
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
  return after?.text === ',' && second?.pos === 'PROPN'
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

const BASE: Record<Exclude<Place, null>, number> = { subject: 0.74, agent: 0.82, object: 0.7, place: 0.66 }
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

/** Whether a capitalised word that is no title stands right before the name, as in "Da Gama". */
const isPartOfName = (view: View, mention: EntityMention): boolean => {
  const before = view.tokens[indexAt(view, mention.start) - 1]
  if (!before || mention.start - before.end > 1 || !/^\p{Lu}/u.test(before.text)) return false
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
        (after.pos === 'NOUN' && role !== 'subject'))
    )
      continue
    if (isPartOfName(view, mention)) continue
    if (
      role === 'place' &&
      !(PLACES.has(entity.type) && view.clause && PLACE_VERBS.test(view.tokens[view.clause.verb]?.lower ?? ''))
    )
      continue
    const repeated = view.mentions.filter((other) => other.entity === entity).length > 1
    if (repeated) continue
    const surface = view.text.slice(mention.start - view.start, mention.end - view.start).replace(/\s+/g, ' ')
    const score =
      BASE[role] +
      anchoring(view, mention) +
      (role === 'subject' && /^(?:country|state|city|region|organisation)$/.test(entity.type)
        ? broadness(view, mention)
        : 0) +
      (role === 'subject' && isIdentified(view) ? (entity.type === 'name' ? 0.18 : 0.08) : 0) -
      (REPORTS.test(view.tokens[view.clause?.verb ?? 0]?.lemma ?? '') ? 0.05 : 0) -
      (entity.type === 'name' ? 0.12 : 0) -
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
        hint: ENTITY_HINTS[entity.type] ?? null,
        entity,
      },
      score,
      ...(wh ? { wh } : {}),
    })
  }
  return out
}
