import { standsFor } from '#lib/facts/index.ts'
import type { Entity, Fact } from '../draft.ts'
import type { Distractor, Pool } from '../pool.ts'

const WANTED = 3
const NEAR_SENTENCES = 60
const LOOKED_AT = 400

const TITLED = /^(?:President|Prime Minister|King|Queen|Emperor|Dr|Mr|Mrs|Sir|Lord|Lady|General|Admiral|Minister) /

/** The form of a name that looks like the answer: full beside full, surname beside surname, of like length. */
const formLike = (entity: Entity, answer: string): string | null => {
  const words = answer.split(' ').length
  const fits = entity.names.filter((name) => {
    const count = name.split(' ').length
    // A name that the text cut at an initial is none.
    if (
      /\d|(?:^| )\p{Lu}\.?$/u.test(name) ||
      TITLED.test(name) !== TITLED.test(answer) ||
      (count === 1) !== (words === 1)
    )
      return false
    return Math.abs(count - words) <= 1 && name.length <= answer.length * 1.6 && answer.length <= name.length * 1.6
  })
  const usual = fits.find((name) => name === entity.name)
  return (
    usual ?? fits.sort((a, b) => Math.abs(a.length - answer.length) - Math.abs(b.length - answer.length))[0] ?? null
  )
}

const GROUPS = [
  /(?:government|ministry|cabinet|parliament|congress|senate|assembly|diet|duma|department)\b/i,
  /(?:navy|army|force|forces|guard|fleet)\b/i,
  /part(?:y|ies)\b/i,
  /(?:nations|organi[sz]ation|community|union|seven|eight|twenty)\b/i,
  /empire\b/i,
]

/** What only looks like a person's name. */
const NOBODY =
  /\b(?:War|Wars|Battle|Army|Navy|Aircraft|Act|Treaty|Party|House|Plan|River|City|Street|Museum|University|School|The|And)\b/

/** Bodies of one sort only stand beside each other: a navy is no option beside a government. */
const groupOf = (name: string): number => GROUPS.findIndex((group) => group.test(name))

/** "Constitution" beside "U.S. Constitution" may be the same thing under a shorter name. */
const overlaps = (a: Entity, b: Entity): boolean =>
  a.names.some((one) => b.names.some((two) => one.includes(two) || two.includes(one)))

/** Names of the same fine type, near in the text, that the document does not put into the same frame. */
export const nameDistractors = (fact: Fact, pool: Pool): Distractor[] => {
  const { entity, answer } = fact.slot
  if (
    !entity ||
    entity.type === 'name' ||
    /\b(?:wo)?m[ae]n\b|\b(?:fe)?male\b|\b(?:king|queen|empress|emperor|mother|father|wife|husband|sister|brother|daughter|son)\b/i.test(
      fact.quote.exact,
    )
  )
    return []
  const present = fact.mentions.map((mention) => mention.entity)
  const out: (Distractor & { distance: number })[] = []
  for (const { entity: other, distance } of pool.near(entity.type, fact.sentence, NEAR_SENTENCES).slice(0, LOOKED_AT)) {
    if (distance > (out[WANTED - 1]?.distance ?? distance)) break
    if (
      other === entity ||
      present.some((one) => standsFor(one, other)) ||
      standsFor(entity, other) ||
      overlaps(entity, other) ||
      other.articled !== entity.articled ||
      groupOf(other.name) !== groupOf(entity.name)
    )
      continue
    if (pool.entityAlsoTrue(fact, other) || pool.standsBeside(fact, other)) continue
    const text = formLike(other, answer)
    if (
      !text ||
      (entity.type === 'person' && NOBODY.test(text)) ||
      fact.quote.exact.includes(text) ||
      out.some((one) => one.text === text)
    )
      continue
    out.push({
      text,
      wrongBecause: `The document says this of ${answer}, not of ${text}.`,
      distance,
    })
  }
  return out
    .sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1))
    .slice(0, WANTED)
    .map(({ text, wrongBecause }) => ({ text, wrongBecause }))
}
