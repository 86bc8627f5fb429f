import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { datesIn } from './dates.ts'
import { extractFacts } from './extract.ts'

const LEAD = 'The museum keeps a record of the people who are named in it, and of what they made.'

const extracted = (text: string, title = 'Notes') => {
  const result = readDocument({ text, format: 'markdown', title })
  if (!result.ok) throw new Error(result.error.message)
  return extractFacts(result.value)
}
const answers = (text: string) => extracted(text).facts.map((fact) => `${fact.kind}: ${fact.slot.answer}`)
const reason = (text: string) => extracted(`${LEAD}\n\n${text}`).skipped.at(-1)?.reason

describe('dates', () => {
  test.each([
    ['on 21 Marach 2022', 'day', '21 March 2022'],
    ['on March 21, 2022', 'day', '21 March 2022'],
    ['on the 3rd of May 1808', 'day', '3 May 1808'],
    ['on 15-16 December 2016', 'day', '15–16 December 2016'],
    ['in October 1956', 'month', 'October 1956'],
    ['in 1956', 'year', '1956'],
    ['in 44 BC', 'year', '44 BC'],
    ['in the 1970s', 'decade', '1970s'],
    ['from 1904–5', 'range', '1904–5'],
    ['in the nineteenth century', 'century', 'nineteenth century'],
  ])('%s', (text, granularity, normal) => {
    expect(datesIn(text, 0).map((date) => [date.granularity, date.normal])).toEqual([[granularity, normal]])
  })

  test.each(['about 1500 people', 'some 1800 km away', 'at 1,956 metres', 'model 2000.5', 'in Room 1984b'])(
    '%s holds none',
    (text) => {
      expect(datesIn(text, 0)).toEqual([])
    },
  )
})

describe('facts by domain', () => {
  test.each([
    ['history', 'The Ottoman army captured Constantinople in 1453.', 'date: 1453'],
    ['biology', 'A **ribosome** is a particle that builds proteins from amino acids.', 'definition: ribosome'],
    ['medicine', 'Inflammation of the liver is called hepatitis.', 'naming: hepatitis'],
    [
      'law',
      'Under the Companies Act 2006, a private company must have at least one director and 2 subscribers.',
      'quantity: 2',
    ],
    ['computing', 'A function that calls itself is known as a **recursive function**.', 'naming: recursive function'],
    ['geography', 'Mount Kenya is 5,199 m high and lies in the centre of Kenya.', 'quantity: 5,199'],
    ['people', 'In 1928 Alexander Fleming discovered penicillin at a hospital in London.', 'entity: Alexander Fleming'],
  ])('%s', (_, text, expected) => {
    expect(answers(`${LEAD}\n\n${text}`)).toContain(expected)
  })
})

describe('sentences without a fact say why', () => {
  test.each([
    ['The treaty was not signed in 1951 by the Soviet Union.', 'negated'],
    ['The city will open a second line in 2031 near Leeds.', 'plan or forecast'],
    ['The tower might have been built in 1310 by monks.', 'possibility, not a fact'],
    ['Older sources give the height of the tower as 310 m.', 'figure that was replaced'],
    ['It is a remarkable tower of 310 m in Leeds.', 'opinion'],
    ['We visited the tower of Leeds in 1990 with friends.', 'speaks to or for the reader'],
    ['Was the tower of Leeds built in 1310?', 'question'],
    ['This led to the fall of the tower in 1402.', '“This” points outside'],
    ['The largest was the mill of Leeds, which held 400 looms in 1810.', 'leans on the sentence before'],
    ['A third force of 900 men marched north from Leeds in 1810.', 'leans on the sentence before'],
    ['Dark wool makes up an additional 27% of the trade of Leeds.', '“an additional 27” leans on the sentence before'],
    ['Several tools of the Leeds Museum make that process easier for weavers.', '“that” points outside'],
    ['The mill of Leeds in pictures: https://example.org/leeds-mills.', 'part of the page, not of the text'],
    ['In the menu of Leeds Maps, click the mill that was built in 1810.', 'speaks to or for the reader'],
  ])('%s', (text, expected) => {
    expect(reason(text)).toBe(expected)
  })

  test('a line of the page among the sentences', () => {
    const { skipped } = extracted(
      `${LEAD}\n\nThe tower stands on a hill in Leeds. Subscribe to our newsletter today for 12 stories.`,
    )
    expect(skipped.at(-1)?.reason).toBe('part of the page, not of the text')
  })
})

describe('antecedents', () => {
  test.each([
    ['a century', 'By the thirteenth century, Ottoman armies used cannons called bombards.'],
    ['the subject right after it', 'To defend their trade, merchants from Lübeck founded a league in 1356.'],
    ['someone in general', 'A mediator is a person who settles disputes before he or she hears the court in London.'],
    ['what it is like', 'Like other members of the Lloyd family, Edward Lloyd sat in the Senate of Maryland in 1819.'],
    ['people at large', 'Weavers in Lübeck paid a fee of 12 marks for speaking of a guild to others.'],
  ])('%s is one', (_, text) => expect(reason(text) ?? '').not.toMatch(/antecedent|outside/))

  test.each([
    'When it defended their trade, Edward Lloyd sat in the Senate of Maryland.',
    'Under his command, the army of Saxony left Leipzig in 1813.',
  ])('%s still lacks one', (text) => expect(reason(text)).toMatch(/antecedent/))

  test('a place tells which lighthouse is meant, and leaves an island as vague as it was', () => {
    expect(answers('The lighthouse at Skerry Point was built in 1844.')).toContain('date: 1844')
    expect(reason('The island near Skerry Point was bought in 1844.')).toMatch(/antecedent/)
  })

  test('a pronoun takes the one person named before it', () => {
    const { facts } = extracted('Marie Curie was born in Warsaw in 1867. She moved to Paris in 1891.')
    expect(facts.map((fact) => fact.statement)).toContain('[Marie Curie] moved to Paris in 1891.')
  })

  test('two persons before it leave a pronoun open', () => {
    const { facts } = extracted('Marie Curie worked with Lise Meitner in Berlin in 1907. She moved to Paris in 1908.')
    expect(facts.some((fact) => fact.statement.includes('1908'))).toBe(false)
  })

  test('a name of no known kind between them is not passed over', () => {
    const { facts } = extracted(
      'Chloroquine was made by Hans Andersag in 1934. Artemisinin was isolated by Tu Youyou in 1972. She received a prize from Sweden in 2015.',
    )
    expect(facts.some((fact) => fact.statement.includes('[Hans Andersag]'))).toBe(false)
  })

  test('"her" is not the subject of its own clause', () => {
    const { facts } = extracted(
      'The court had no women for two centuries. President Ronald Reagan appointed her in 1981.',
    )
    expect(facts.some((fact) => fact.statement.includes('1981'))).toBe(false)
  })

  test('a name that ends in "s" is not "them"', () => {
    expect(reason('In 1486, the navigator Christopher Columbus approached them with a request.')).toMatch(/“them”/)
  })

  test('a title that is a phrase names nothing that its last word takes up', () => {
    const { facts } = extracted('Plants were brought westward across the Atlantic after 1492.', 'Crossing the Atlantic')
    expect(facts.map(({ statement }) => statement).join(' ')).not.toContain('[')
  })

  test('"the treaty" takes the one treaty of its section', () => {
    const { facts } = extracted(
      'The Treaty of Ryswick ended the war in the Palatinate. The treaty was signed in Holland in 1697.',
    )
    expect(facts.map((fact) => fact.statement)).toContain('[The Treaty of Ryswick] was signed in Holland in 1697.')
  })
})

describe('identity', () => {
  const text = `${LEAD}\n\nThe Ottoman army captured Constantinople in 1453. Vasco da Gama reached India in 1498.`

  test('a fact keeps its id when text is put before it, and when its date changes', () => {
    const ids = (source: string) =>
      extracted(source)
        .facts.filter((fact) => fact.kind === 'date')
        .map((fact) => fact.id)
    expect(ids(`A line that stands before all others is new here.\n\n${text}`)).toEqual(ids(text))
    expect(ids(text.replace('1453', '1454'))).toEqual(ids(text))
  })

  test('the same statement twice is one fact', () => {
    const { facts } = extracted(`${text}\n\nVasco da Gama reached India in 1498.`)
    expect(facts.filter((fact) => fact.slot.answer === '1498')).toHaveLength(1)
  })
})

test('tables give one fact a cell, with the cells of the column beside it', () => {
  const { facts } = extracted(
    `${LEAD}\n\n| Metal | Symbol |\n|---|---|\n| Iron | Fe |\n| Lead | Pb |\n| Tin | Sn |\n| Gold | Au |`,
  )
  const iron = facts.find((fact) => fact.slot.answer === 'Fe')
  expect(iron?.quote.exact).toContain('Iron')
  expect(iron?.slot.siblings).toEqual(['Fe', 'Pb', 'Sn', 'Au'])
})

test('names given from outside are accepted for one another', () => {
  const result = readDocument({ text: `${LEAD}\n\nSoviet troops landed on Kunashir in 1945.`, format: 'text' })
  if (!result.ok) throw new Error(result.error.message)
  const { aliases } = extractFacts(result.value, [{ names: ['Kunashir', 'Kunashiri'], type: 'island' }])
  expect(aliases).toContainEqual(['Kunashir', 'Kunashiri'])
})

test('quotes are exact and slots lie within them, for sentences put together at random', () => {
  const piece = fc.constantFrom(
    'In 1928 Alexander Fleming discovered penicillin in London.',
    'He received the Nobel Prize in 1945.',
    'A **ribosome** is a particle that builds proteins.',
    'However, the Treaty of Ryswick was signed on 20 Septembr 1697 (see Fig. 2).',
    'The wall is 3,530 km (2,190 miles) long.',
    'It consists of four parts: a, b, c and d.',
    '“Nonsense,” he said.',
    'Dr. A. B. Smith’s book sold 2\u00a0million copies.',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom(' ', '\n', '\n\n'), (pieces, gap) => {
      const result = readDocument({ text: `${LEAD}${gap}${pieces.join(gap)}`, format: 'markdown' })
      if (!result.ok) return
      const { text } = result.value
      for (const { quote, slot } of extractFacts(result.value).facts) {
        expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
        expect(slot.start).toBeGreaterThanOrEqual(quote.start)
        expect(slot.end).toBeLessThanOrEqual(quote.end)
        expect(slot.accepted).toContain(slot.answer)
      }
    }),
    { numRuns: 60 },
  )
})
