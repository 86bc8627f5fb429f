import { describe, expect, test } from 'vitest'
import { type Markable, mark } from './index.ts'

const ALIASES = [
  ['Kunashir', 'Kunashiri', 'Kunashir Island'],
  ['Iturup', 'Etorofu'],
  ['Shinzo Abe', 'Abe', 'Prime Minister Abe'],
  ['Soviet Union', 'USSR', 'U.S.S.R.'],
  ['Austria', 'Republic of Austria'],
  ['Australia', 'Commonwealth of Australia'],
]
const KNOWN = ['Treaty of Shimonoseki', 'Sweden', 'Switzerland', 'Kuril', 'Moldova']

type Outcome = 'right' | 'nearly' | 'wrong'
/** [answer, given, outcome] */
const TYPED: [string, string, Outcome][] = [
  // As it stands, case, accents, punctuation, spacing
  ['Shimoda', 'Shimoda', 'right'],
  ['Shimoda', 'shimoda', 'right'],
  ['Shimoda', 'SHIMODA', 'right'],
  ['Shimoda', '  Shimoda ', 'right'],
  ['Shimoda', 'Shimoda.', 'right'],
  ['Shimoda', '“Shimoda”', 'right'],
  ['Shimoda', '', 'wrong'],
  ['Shimoda', '   ', 'wrong'],
  ['Shimoda', '?!', 'wrong'],
  ['Shimoda', 'Yalta', 'wrong'],
  ['Kōno', 'Kono', 'right'],
  ['Kono', 'Kōno', 'right'],
  ['Müller', 'Muller', 'right'],
  ['Brontë', 'Bronte', 'right'],
  ['Łódź', 'Lodz', 'right'],
  ['Øresund', 'Oresund', 'right'],
  ['Straße', 'Strasse', 'right'],
  ['Хрущёв', 'хрущев', 'right'],
  ['Japan’s parliament', "Japan's parliament", 'right'],
  ["Japan's parliament", 'Japans parliament', 'right'],
  ['state-of-the-art', 'state of the art', 'right'],
  ['South Sakhalin', 'SouthSakhalin', 'right'],
  ['South Sakhalin', 'south   sakhalin', 'right'],
  ['fisheries agreement', 'fisheries-agreement', 'right'],
  ['Foreign Ministry', 'foreign ministry,', 'right'],
  ['が', 'か', 'wrong'],
  // Articles and small words
  ['the Treaty of Shimoda', 'Treaty of Shimoda', 'right'],
  ['Treaty of Shimoda', 'the treaty of Shimoda', 'right'],
  ['Treaty of Shimoda', 'Treaty Shimoda', 'right'],
  ['a peace treaty', 'peace treaty', 'right'],
  ['peace treaty', 'a peace treaty', 'right'],
  ['an embargo', 'embargo', 'right'],
  ['Moscow', 'in Moscow', 'right'],
  ['in Moscow', 'Moscow', 'right'],
  ['Shikotan and the Habomai islets', 'Shikotan and Habomai islets', 'right'],
  ['Shikotan and the Habomai islets', 'Shikotan & the Habomai islets', 'right'],
  ['Shikotan and the Habomai islets', 'the Habomai islets and Shikotan', 'right'],
  ['Shikotan and the Habomai islets', 'Shikotan, Habomai islets', 'right'],
  ['Shikotan and the Habomai islets', 'Shikotan', 'wrong'],
  ['Shikotan and the Habomai islets', 'Shikotan and Iturup', 'wrong'],
  ['oil and gas', 'gas and oil', 'right'],
  ['oil and gas', 'oil', 'wrong'],
  ['Vitamin A', 'Vitamin', 'wrong'],
  ['Shinzo Abe', 'Abe Shinzo', 'right'],
  // Names
  ['Kunashir', 'Kunashiri', 'right'],
  ['Kunashiri', 'Kunashir Island', 'right'],
  ['Iturup', 'Etorofu', 'right'],
  ['Shinzo Abe', 'Abe', 'right'],
  ['Shinzo Abe', 'prime minister abe', 'right'],
  ['Soviet Union', 'USSR', 'right'],
  ['the Soviet Union', 'the U.S.S.R.', 'right'],
  ['Iturup and Kunashir', 'Etorofu and Kunashiri', 'right'],
  ['Iturup and Kunashir', 'Kunashiri and Etorofu', 'right'],
  ['Kunashir', 'Iturup', 'wrong'],
  ['Iturup (Etorofu)', 'Iturup', 'right'],
  ['Habomai (islets)', 'islets', 'wrong'],
  // Number words and digits
  ['four', '4', 'right'],
  ['4', 'four', 'right'],
  ['twenty-one', '21', 'right'],
  ['21', 'twenty one', 'right'],
  ['two hundred and five', '205', 'right'],
  ['205', 'two hundred five', 'right'],
  ['1956', 'nineteen fifty-six', 'right'],
  ['2016', 'two thousand and sixteen', 'right'],
  ['2016', 'twenty sixteen', 'right'],
  ['100', 'a hundred', 'right'],
  ['24', 'two dozen', 'right'],
  ['third', '3rd', 'right'],
  ['21st', 'twenty-first', 'right'],
  ['21st', '21', 'wrong'],
  ['four islands', '4 islands', 'right'],
  ['four islands', 'four', 'right'],
  ['four islands', 'three islands', 'wrong'],
  ['four islands', '5', 'wrong'],
  ['27', '27 islands', 'right'],
  ['40', '40 BC', 'wrong'],
  ['fourteen', 'forty', 'wrong'],
  ['sixteen', 'sixty', 'wrong'],
  ['minus 5', '-5', 'right'],
  ['-5', '5', 'wrong'],
  ['G7', 'g7', 'right'],
  ['G7', 'G8', 'wrong'],
  ['Boeing 747', 'Boeing 737', 'wrong'],
  // Thousands, fractions, scales
  ['18,000', '18000', 'right'],
  ['18000', '18,000', 'right'],
  ['18000', '18 000', 'right'],
  ['18,000', '18 thousand', 'right'],
  ['18,000', 'eighteen thousand', 'right'],
  ['18,000', '1,8000', 'wrong'],
  ['18,000', '180,000', 'wrong'],
  ['1,234,567', '1234567', 'right'],
  ['4.4', '4.40', 'right'],
  ['4.4', '44', 'wrong'],
  ['2.3 million', '2,300,000', 'right'],
  ['2,300,000', 'two million three hundred thousand', 'right'],
  ['2.3 million', '2.3 billion', 'wrong'],
  ['2.3 million', '2.3', 'wrong'],
  // Money and units
  ['US$4.4 billion', '$4.4 billion', 'right'],
  ['US$4.4 billion', '4.4 billion US dollars', 'right'],
  ['US$4.4 billion', '4.4 billion dollars', 'right'],
  ['US$4.4 billion', '4.4bn dollars', 'right'],
  ['US$4.4 billion', 'USD 4.4 billion', 'right'],
  ['US$4.4 billion', '4,400,000,000 dollars', 'right'],
  ['US$4.4 billion', '4.4 billion', 'right'],
  ['$4.4 billion', 'US $4.4 billion', 'right'],
  ['US$4.4 billion', '4.4 billion yen', 'wrong'],
  ['US$4.4 billion', '€4.4 billion', 'wrong'],
  ['US$4.4 billion', 'US$4.5 billion', 'wrong'],
  ['US$4.4 billion', 'US$4.4 million', 'wrong'],
  ['US$4.4 billion', 'US$44 billion', 'wrong'],
  ['300 billion yen', '¥300 billion', 'right'],
  ['20 percent', '20%', 'right'],
  ['20%', '20 per cent', 'right'],
  ['20%', 'twenty percent', 'right'],
  ['20%', '20', 'right'],
  ['20%', '21%', 'wrong'],
  ['45 km', '45 kilometres', 'right'],
  ['45 kilometers', '45km', 'right'],
  ['45 km', '45 miles', 'wrong'],
  ['45 km', 'about 45 km', 'right'],
  ['5,000 square kilometres', '5000 km²', 'right'],
  // Dates
  ['15 December 2016', 'December 15, 2016', 'right'],
  ['December 15, 2016', '15 December 2016', 'right'],
  ['15 December 2016', '15th December 2016', 'right'],
  ['15 December 2016', 'the 15th of December, 2016', 'right'],
  ['15 December 2016', 'Dec 15 2016', 'right'],
  ['15 December 2016', 'on Thursday, 15 December 2016', 'right'],
  ['15 December 2016', '2016-12-15', 'right'],
  ['15 December 2016', '15/12/2016', 'right'],
  ['15 December 2016', '12/15/2016', 'right'],
  ['15 December 2016', '15.12.2016', 'right'],
  ['5 April 2016', '5/4/2016', 'right'],
  ['5 April 2016', '4/5/2016', 'right'],
  ['15 December 2016', '2016', 'wrong'],
  ['15 December 2016', 'December 2016', 'wrong'],
  ['15 December 2016', '15 December', 'wrong'],
  ['15 December 2016', '16 December 2016', 'wrong'],
  ['15 December 2016', '15 December 2017', 'wrong'],
  ['15 December 2016', '15 November 2016', 'wrong'],
  ['15 December 2016', '15 Decmber 2016', 'wrong'],
  ['December 2016', 'Dec. 2016', 'right'],
  ['December 2016', 'December of 2016', 'right'],
  ['December 2016', 'December', 'wrong'],
  ['March 2022', '2022', 'wrong'],
  ['8 September', 'September 8th', 'right'],
  ['October', 'october', 'right'],
  ['1956', '1956', 'right'],
  ['1956', 'in 1956', 'right'],
  ['in 1956', '1956', 'right'],
  ['the year 1956', '1956', 'right'],
  ['1956', '1955', 'wrong'],
  ['1956', '1965', 'wrong'],
  ['1956', '19566', 'wrong'],
  ['1956', '956', 'wrong'],
  ['1956', '56', 'wrong'],
  ['1956', '1956 AD', 'right'],
  ['1904–05', '1904-1905', 'right'],
  ['1904–1905', '1904-05', 'right'],
  ['1904–1905', '1904-1906', 'wrong'],
  ['the 1990s', '1990s', 'right'],
  ['the 1990s', "1990's", 'right'],
  ['the 1990s', '1980s', 'wrong'],
  // Slips of the pen by length
  ['Shimoda', 'Shimod', 'nearly'],
  ['Shimoda', 'Shimdoa', 'nearly'],
  ['Shimoda', 'Shimodda', 'nearly'],
  ['Shimoda', 'Simodo', 'wrong'],
  ['Treaty of Shimoda', 'Treaty of Simodo', 'wrong'],
  ['Treaty of Shimoda', 'Traety of Simoda', 'nearly'],
  ['Treaty of Shimoda', 'Treaty of Shimonoseki', 'wrong'],
  ['Abe', 'Abi', 'wrong'],
  ['Iran', 'Iraq', 'wrong'],
  ['Urup', 'Urop', 'wrong'],
  ['Putin', 'Puten', 'nearly'],
  ['Putin', 'Pooten', 'wrong'],
  ['Khrushchev', 'Krushchev', 'nearly'],
  ['Khrushchev', 'Kruschev', 'nearly'],
  ['Khrushchev', 'Kruscev', 'wrong'],
  ['Gorbachev', 'Gorbatchev', 'nearly'],
  ['declaration of 1956', 'decleration of 1956', 'nearly'],
  ['declaration of 1956', 'declaration of 1965', 'wrong'],
  ['1956 declaration', '1956 decalration', 'nearly'],
  ['1956 declaration', '1957 declaration', 'wrong'],
  ['sanctions', 'sanctoins', 'nearly'],
  ['Hokkaido', 'Hokaido', 'nearly'],
  ['Hokkaido', 'Okkaido', 'wrong'],
  ['Shikotan', 'Shikotan island', 'wrong'],
  // What only looks like a slip
  ['Austria', 'Australia', 'wrong'],
  ['Australia', 'Austria', 'wrong'],
  ['Russia', 'Prussia', 'wrong'],
  ['North Korea', 'South Korea', 'wrong'],
  ['legal', 'illegal', 'wrong'],
  ['unapproved', 'approved', 'wrong'],
  ['export', 'import', 'wrong'],
  ['Kurils', 'Kuril', 'wrong'],
  ['Moldava', 'Moldova', 'wrong'],
  ['signed', 'not signed', 'wrong'],
]

const outcome = (question: Markable, given: string | string[]): Outcome => {
  const { verdict, nearly } = mark(question, given, ALIASES, KNOWN)
  return verdict === 'right' && nearly ? 'nearly' : verdict
}
const typed = (key: string, change: Partial<Markable> = {}): Markable => ({
  form: 'typed',
  key,
  accepted: [key],
  ...change,
})

describe('what is typed', () => {
  test.each(TYPED)('%s ← %s: %s', (key, given, expected) => {
    expect(outcome(typed(key), given)).toBe(expected)
  })

  test('the table is as long as was promised', () => {
    expect(new Set(TYPED.map((row) => row.join('|'))).size).toBe(TYPED.length)
    expect(TYPED.length).toBeGreaterThanOrEqual(150)
  })

  test('a bare year passes for a date where the question accepts it', () => {
    expect(outcome(typed('15 December 2016', { accepted: ['15 December 2016', '2016'] }), '2016')).toBe('right')
  })

  test('another option of the same question is no misspelling', () => {
    const options = [{ text: 'Nemuro' }, { text: 'Nemura' }]
    expect(outcome(typed('Nemuro'), 'Nemura')).toBe('nearly')
    expect(outcome(typed('Nemuro', { options }), 'Nemura')).toBe('wrong')
  })

  test('a cloze is marked like a typed answer', () => {
    expect(outcome({ form: 'cloze', key: 'Shimoda', accepted: ['Shimoda'] }, 'simoda')).toBe('nearly')
  })

  test('very long nonsense is wrong, and soon', () => {
    expect(outcome(typed('Shimoda'), 'x'.repeat(2000))).toBe('wrong')
  })
})

describe('numbers', () => {
  const islands: Markable = { form: 'number', key: '18000', accepted: ['18000'], unit: 'islands' }
  test.each<[string, Outcome]>([
    ['18000', 'right'],
    ['18,000', 'right'],
    ['eighteen thousand', 'right'],
    ['18 thousand islands', 'right'],
    ['18000 ilsands', 'nearly'],
    ['18000 km', 'wrong'],
    ['1800', 'wrong'],
    ['about 18,000', 'right'],
    ['', 'wrong'],
  ])('18000 islands ← %s: %s', (given, expected) => {
    expect(outcome(islands, given)).toBe(expected)
  })
})

describe('what is tapped', () => {
  const choice: Markable = {
    form: 'choice',
    key: 'Urup',
    accepted: ['Urup'],
    options: [{ text: 'Urup' }, { text: 'urup' }],
  }
  test('the option itself, to the letter', () => {
    expect(mark(choice, 'Urup')).toEqual({ verdict: 'right', nearly: false })
    expect(mark(choice, 'urup')).toEqual({ verdict: 'wrong', nearly: false })
  })
  test('true and false', () => {
    const question: Markable = { form: 'true-false', key: 'false', accepted: ['false'] }
    expect(mark(question, 'false').verdict).toBe('right')
    expect(mark(question, 'true').verdict).toBe('wrong')
  })
})

describe('what is put in order', () => {
  const key = ['a', 'b', 'c', 'd']
  test.each<[string, string]>([
    ['abcd', 'rrrr'],
    ['dabc', 'rrrw'],
    ['bacd', 'wwrr'],
    ['bcda', 'wrrr'],
    ['dcba', 'wwww'],
    ['abdc', 'rrww'],
    ['abc', 'rrrw'],
    ['aabcd', 'rrrr'],
    ['', 'wwww'],
  ])('%s: %s', (given, verdicts) => {
    const { parts, verdict } = mark({ form: 'order', key, accepted: [] }, [...given])
    expect(parts?.map((part) => part[0]).join('')).toBe(verdicts)
    expect(verdict).toBe(verdicts === 'rrrr' ? 'right' : 'wrong')
  })

  test('matching has a verdict for each item of the left side', () => {
    const question: Markable = { form: 'match', key: ['x', 'y', 'z'], left: ['1', '2', '3'], accepted: [] }
    expect(mark(question, ['x', 'z', 'y']).parts).toEqual(['right', 'wrong', 'wrong'])
    expect(mark(question, ['x', 'y', 'z']).verdict).toBe('right')
  })
})

describe('the difference', () => {
  test('shows letters left out, put in and exchanged', () => {
    expect(mark(typed('Treaty of Shimoda'), 'Treaty of Simodo').diff).toEqual([
      [
        { text: 'Treaty of S', kind: 'same' },
        { text: '', kind: 'missing' },
        { text: 'imod', kind: 'same' },
        { text: 'o', kind: 'extra' },
      ],
      [
        { text: 'Treaty of S', kind: 'same' },
        { text: 'h', kind: 'missing' },
        { text: 'imod', kind: 'same' },
        { text: 'a', kind: 'missing' },
      ],
    ])
  })
  const textRow = (question: Markable, given: string) => {
    const { verdict, nearly, diff } = mark(question, given, ALIASES)
    return [nearly ? 'nearly' : verdict, diff?.[1].map((run) => run.text).join('')]
  }
  const treaty: Markable = { ...typed('Treaty of Shimoda'), accepted: ['Shimoda Treaty'] }
  test('is against the nearest spelling of the key', () => {
    expect(textRow(typed('Kunashir'), 'Kunashirri')).toEqual(['nearly', 'Kunashiri'])
    expect(textRow({ ...typed('Vladivostok'), accepted: ['Wladiwostok'] }, 'Wladiwostock')).toEqual([
      'nearly',
      'Wladiwostok',
    ])
  })
  test('of a wrong answer is against the key, however near another accepted form is', () => {
    expect(textRow(treaty, 'Yalta Treaty')).toEqual(['wrong', 'Treaty of Shimoda'])
    expect(textRow({ ...typed('500'), form: 'number', unit: '£' }, '300 £')).toEqual(['wrong', '500'])
    expect(textRow(typed('Soviet Union'), 'USA')).toEqual(['wrong', 'Soviet Union'])
    expect(textRow(typed('Kunashir'), 'Kunaxxxiri')).toEqual(['wrong', 'Kunashir'])
  })
  test('never shows another name as the text', () => {
    expect(mark(treaty, 'Shimoda Treety')).toEqual({ verdict: 'right', nearly: true })
    expect(textRow({ ...typed('Southern Kurils'), accepted: ['South Kurils'] }, 'South Kurlis')).toEqual([
      'nearly',
      'Southern Kurils',
    ])
  })
  test('is left out where nothing differs but case, and where the form is another', () => {
    expect(mark(typed('Shimoda'), 'shimoda').diff).toBeUndefined()
    expect(mark(typed('15 December 2016'), '2016-12-15').diff).toBeUndefined()
    expect(mark(typed('Kono'), 'Kōno').diff).toBeDefined()
  })
  test('keeps quite other answers whole', () => {
    expect(mark(typed('Shimoda'), 'Vladivostok').diff).toEqual([
      [{ text: 'Vladivostok', kind: 'extra' }],
      [{ text: 'Shimoda', kind: 'missing' }],
    ])
  })
})
