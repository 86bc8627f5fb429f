import { describe, expect, test } from 'vitest'
import { datesIn } from './dates.ts'
import { clauseOf, finiteVerbs } from './grammar.ts'
import { tokensOf } from './tokens.ts'

const split = (sentence: string): [string, string] | null => {
  const tokens = tokensOf(sentence, 0, true)
  const ends = datesIn(sentence, 0).map((date) => tokens.findIndex((token) => token.start >= date.end))
  const clause = clauseOf(
    tokens,
    ends.filter((end) => end > 0),
  )
  if (!clause) return null
  const between = (from: number, to: number) => sentence.slice(tokens[from]?.start, tokens[to]?.end)
  return [between(clause.subjectFrom, clause.subjectTo), between(clause.verbFrom, clause.verb)]
}

describe('the main clause', () => {
  test.each([
    ['The treaty that ended the war was signed in 1905.', 'The treaty that ended the war', 'was signed'],
    ['The treaty signed in 1905 ended the war.', 'The treaty signed in 1905', 'ended'],
    ['A planet which has no moon rotates slowly.', 'A planet which has no moon', 'rotates'],
    ['The people who lived in the valley grew maize.', 'The people who lived in the valley', 'grew'],
    ['The lines we observe from the galaxy contain hydrogen.', 'The lines we observe from the galaxy', 'contain'],
    ['The decision to attack the port was taken in March.', 'The decision to attack the port', 'was taken'],
    ['In 1905 the treaty, which ended the war, was signed.', 'the treaty', 'was signed'],
    ['In the north of Kenya the climate is dry.', 'the climate', 'is'],
    ['In France, Germany, and Italy, the law applies to firms.', 'the law', 'applies'],
    ['Founded in 1905, the company is based in Leeds.', 'the company', 'is based'],
    ['When the army, tired and hungry, reached Leeds, the king fled.', 'the king', 'fled'],
    ['The period before the war was calm.', 'The period before the war', 'was'],
    ['Linear probing is a method of hashing.', 'Linear probing', 'is'],
    ['There are three kinds of rock in the valley.', 'There', 'are'],
    ['Only five ships were lost.', 'Only five ships', 'were lost'],
    ['Soon the army was defeated.', 'the army', 'was defeated'],
    ['Copper, zinc and tin are metals.', 'Copper, zinc and tin', 'are'],
  ])('%s', (sentence, subject, verb) => expect(split(sentence)).toEqual([subject, verb]))

  test.each(['The king who said he was ill died in 1840.', 'In the north lies a lake.', 'What he saw was a lake.'])(
    '%s is not plain',
    (sentence) => expect(split(sentence)).toBeNull(),
  )
})

test('a participle before the finite verb is not counted', () => {
  expect(finiteVerbs(tokensOf('The treaty signed in 1905 ended the war.', 0, true))).toBe(1)
  expect(finiteVerbs(tokensOf('The king fled and the army was defeated.', 0, true))).toBe(2)
})
