import { genericNouns } from '../lexicon/common.ts'
import { type Candidate, rendered, type Terms, tidy, type View } from '../view.ts'
import { informed } from './informed.ts'
import { abbreviationAfter, termKey, termness, termSlot } from './termhood.ts'

const CLASS_HEADS =
  /^(?:different|similar|common|major|important|good|key|popular|big|great|simple|useful|typical|part|result|matter|example|way|lot|number|kind|type|form|member|piece|bit|result|case)$/

/** A description that can follow "the name for": no adverb, no comparison with what the reader cannot see. */
const ASKABLE =
  /^(?!(?:the )?(?:other|only|same|most important|main|key|\p{L}+ly)\b)(?:(?:an?|the|any) |\p{L}[\p{L} -]*s\b)/u

/** "X is a Y that …": the term is asked by its definition. */
export const definitionSlots = (view: View, terms: Terms): Candidate[] => {
  const { clause, tokens } = view
  if (!clause || clause.fronted) return []
  const verb = tokens[clause.verbFrom]
  const defined = clause.passive && tokens[clause.verb]?.lower === 'defined' && tokens[clause.verb + 1]?.lower === 'as'
  if (!verb || (clause.passive && !defined)) return []
  if (!/^(?:is|are|refers|refer|means|denotes|denote|describes|describe)$/.test(verb.lower)) return []
  const chunk = view.chunks.find((candidate) => candidate.head === clause.subjectTo)
  if (!chunk || (chunk.determiner ?? chunk.from) !== clause.subjectFrom) return []
  const determiner = chunk.determiner === null ? '' : (tokens[chunk.determiner]?.lower ?? '')
  if (determiner !== '' && !/^(?:an?|the)$/.test(determiner)) return []
  const last = tokens.findLastIndex((token) => /[\p{L}\p{N}%]/u.test(token.text))
  const complement = tokens.slice(clause.verbFrom + 1, last + 1)
  if (complement.length < 5) return []
  const isBe = !defined && /^(?:is|are)$/.test(verb.lower)
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
    isBe &&
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
  const brief = view.finite <= 3 && predicate.split(' ').length <= 28
  const asked = !brief
    ? null
    : isBe && ASKABLE.test(predicate)
      ? `What is the name for ${predicate}?`
      : defined
        ? `What is ${predicate}?`
        : null
  const siblings = classHead ? [classHead.lemma] : []
  return [
    {
      kind: 'definition',
      slot: { ...slot, siblings },
      score: (general ? 0.68 : 0.86) + Math.min(0, informed(view, from, chunk.head)),
      extraEdits: abbreviationAfter(view, chunk.head),
      ...(asked ? { wh: asked } : {}),
    },
  ]
}

const EVENT_VERBS = /^(?:occur|arise|happen|exist|result|begin|start|end|form|develop|apply|create|trigger)$/

/** "Condensation occurs when …": the term is asked by what brings it about. */
export const conditionSlots = (view: View, terms: Terms): Candidate[] => {
  const { clause, tokens } = view
  if (!clause || clause.fronted || clause.past) return []
  const chunk = view.chunks.find((candidate) => candidate.head === clause.subjectTo)
  const verb = tokens[clause.verb]
  if (!chunk || !verb || (chunk.determiner ?? chunk.from) !== clause.subjectFrom) return []
  if (!EVENT_VERBS.test(verb.lemma) || !/^(?:when|if|once|whenever)$/.test(tokens[clause.verb + 1]?.lower ?? ''))
    return []
  if (chunk.determiner !== null && !/^(?:an?|the)$/.test(tokens[chunk.determiner]?.lower ?? '')) return []
  if (chunk.head === chunk.from && termness(view, chunk.from, chunk.head, terms) < 0.3) return []
  const score = 0.74 + Math.max(-0.06, informed(view, chunk.from, chunk.head))
  return [{ kind: 'definition', slot: termSlot(view, chunk.from, chunk.head), score }]
}
