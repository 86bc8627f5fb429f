import { describe, expect, test } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { extractFacts } from './extract.ts'
import type { Fact } from './types.ts'

const factsIn = (text: string, title = 'The Mill at Harrow'): Fact[] => {
  const read = readDocument({ text: `# ${title}\n\n${text}`, format: 'markdown' })
  if (!read.ok) throw new Error(read.error.message)
  return extractFacts(read.value).facts
}
const statements = (text: string, title?: string) => factsIn(text, title).map((fact) => fact.statement)

describe('the sentence before opens a stem', () => {
  test('where a sentence leans on it alone', () => {
    const [fact] = factsIn(
      'A storm broke the sails of the tower mill in 1703. This stopped the mill for 14 months.',
    ).filter(({ lead }) => lead)
    expect(fact?.statement).toBe(
      'A storm broke the sails of the tower mill in 1703. This stopped the mill for 14 months.',
    )
    expect(fact?.quote.exact).toBe('This stopped the mill for 14 months.')
  })

  test('not where two people could be meant', () => {
    const text =
      'Anna Weir worked with Clara Holt at the mill from 1870. She bought a steam engine for 300 pounds in 1874.'
    expect(statements(text).some((statement) => statement.includes('1874'))).toBe(false)
  })

  test('not where both are too long for one stem', () => {
    const long = `The millers of the valley, ${'who came from many farms and towns along the river and its streams, '.repeat(3)}met in Leeds in 1703.`
    expect(factsIn(`${long} This stopped the mill for 14 months.`).some(({ lead }) => lead)).toBe(false)
  })

  test('not across a paragraph', () => {
    const text = 'A storm broke the sails of the tower mill in 1703.\n\nThis stopped the mill for 14 months.'
    expect(factsIn(text).some(({ lead }) => lead)).toBe(false)
  })
})

describe('the title is taken up again', () => {
  test('by its class noun', () => {
    const text =
      'The Battle of Harrow was a battle between two armies of millers. The battle began in May 1703 with a charge.'
    expect(statements(text, 'Battle of Harrow')).toContain('[The Battle of Harrow] began in May 1703 with a charge.')
  })

  test('by the noun that says what it is', () => {
    const text =
      'Mossley is a market town in the north of England. The town received its charter in 1285 from King Edward.'
    expect(statements(text, 'Mossley').some((one) => one.startsWith('[Mossley] received its charter in 1285'))).toBe(
      true,
    )
  })

  test('by every name of its person, and by a pronoun', () => {
    const text =
      'Ruben Okwell was a potter who lived in Leeds. Okwell opened a kiln in Leeds in 1840. He sold his kiln to William Hart in 1851. He wrote that he missed his wheel. He died in York in 1860, where his brother had his farm.'
    expect(statements(text, 'Ruben Okwell')).toContain('[Ruben Okwell] sold his kiln to William Hart in 1851.')
  })
})

test('a woman’s pronoun is no man’s', () => {
  const text =
    'Maria Lund was a weaver from Bergen. Her father Erik Lund moved to Oslo in 1811. She sold her first carpet to a bank in 1830.'
  expect(statements(text, 'Maria Lund')).toContain('[Maria Lund] sold her first carpet to a bank in 1830.')
})

test('a place that nobody named is no “there”', () => {
  expect(statements('The miller built a second barn there in 1703.')).toEqual([])
})
