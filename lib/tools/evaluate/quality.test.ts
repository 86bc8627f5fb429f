import { describe, expect, test } from 'vitest'
import { qualityOf } from './quality.ts'
import { summaryOf } from './rated.ts'
import type { Key } from './sheet.ts'
import { markdownTable, plainTable } from './table.ts'
import { question, spansOf, subject } from './testing/example.ts'
import { readRated } from './verdict.ts'

const facts = [
  { quote: 'It fell', spans: spansOf('It fell'), answers: ['1879'], importance: 2 as const, about: 'fall' },
]
const subjects = [
  subject([question({})], { name: 'seen', facts }),
  subject([question({})], { name: 'unseen', half: 'unread', domain: 'law', facts }),
]
const made = { date: '2026-01-02', commit: 'abc1234' }

const rating = (planted: string) => {
  const rows = {
    q1: { origin: 'generated', form: 'typed', domain: 'law' },
    q2: { origin: 'planted', form: 'typed', domain: 'law' },
  }
  const key = { seed: '7', ...made, rows } as Key
  const head =
    'id,1 grammatical,2 self-contained,3 one right answer,4 key right by source,5 worth asking,6 options or answers'
  const sheet = `${head}\nq1,y,y,y,y,y,y\nq2,${planted}`
  return summaryOf([readRated({ name: 'A', sheet }, key)], key)
}

describe('the page of quality', () => {
  test('has date, commit and each half by itself, the unread one first, and no question', () => {
    const page = qualityOf(subjects, [], made)
    expect(page).toContain('Measured on 2026-01-02 at commit abc1234')
    const [, unread = '', worked = ''] = page.split(/^## The /m)
    expect(unread).toMatch(/^unread half/)
    expect(unread).toMatch(/\| unseen \| unread \| law \| 17 \| 5\.88 \| 17\.0 \| stretch \|/)
    expect(unread).not.toContain('seen | worked')
    expect(worked).toMatch(/^worked half/)
    expect(worked).toContain('| worked | 2 | 0/1 (0 %) | 0/1 (0 %) |')
    expect(page).not.toMatch(/When did|It fell|## Ratings/)
  })

  test('tells the last rating, and what came before it', () => {
    const page = qualityOf(subjects, [rating('n,y,y,y,y,y'), rating('n,n,y,y,y,y')], made)
    expect(page).toContain('1 questions, made on 2026-01-02 by commit abc1234, seed 7')
    expect(page).toContain('| all | 1/1 (100 %), 21 % to 100 % |')
    expect(page.split('### Before and after')[1]?.match(/seed 7/g)).toHaveLength(2)
  })

  test('gives no figure of a sheet that is void', () => {
    const page = qualityOf(subjects, [rating('y,y,y,y,y,y')], made)
    expect(page).toContain('VOID')
    expect(page).not.toContain('| all |')
  })
})

test('a table is aligned, figures to the right', () => {
  const table = {
    title: 'T',
    head: ['name', 'n'],
    rows: [
      ['a|b', '5'],
      ['c', '12 (3 %)'],
    ],
  }
  expect(plainTable(table)).toBe('T\nname         n\na|b          5\nc     12 (3 %)')
  expect(markdownTable(table)).toBe('### T\n\n| name | n |\n|---|--:|\n| a\\|b | 5 |\n| c | 12 (3 %) |')
})
