import { describe, expect, test } from 'vitest'
import { generate } from './index.ts'

const LEAD = 'These notes are about the joints of the body, as a student of anatomy learns them.'
const LIGAMENTS = [
  'The annular ligament encircles the head of the radius.',
  'The medial side of the elbow is supported by the ulnar collateral ligament.',
  'The patellar ligament connects the patella with the anterior tibia.',
  'The head of the femur is anchored by the teres ligament.',
]
const NAMED = [
  'The outer surface of a bone is covered with a membrane called the periosteum.',
  'The hollow region in the shaft of a long bone is called the medullary cavity.',
  'The cavity of a long bone has a delicate membranous lining called the endosteum.',
  'A bone cell that forms new bone tissue is called an osteoblast.',
  'The narrow area between the shaft and the end of a bone is called the metaphysis.',
]

const asked = (sentences: string[]) => {
  const made = generate({ text: [LEAD, ...sentences].join('\n\n'), format: 'markdown', title: 'Joints and bones' })
  if (!made.ok) throw new Error(made.error.message)
  return made.value.questions
}
const published = (sentences: string[]) => asked(sentences).filter(({ tier }) => tier === 'A')

describe('terms among options', () => {
  test('stand beside others of the same head, none of them in the sentence', () => {
    const found = published(LIGAMENTS).find(({ form, key }) => form === 'choice' && key === 'annular ligament')
    expect(found?.options?.map(({ text }) => text).sort()).toEqual([
      'annular ligament',
      'patellar ligament',
      'teres ligament',
      'ulnar collateral ligament',
    ])
    expect(found?.options?.filter(({ wrongBecause }) => wrongBecause)).toHaveLength(3)
  })

  test('stand beside others that the text explains near them', () => {
    const found = published(NAMED).find(({ form, key }) => form === 'choice' && key === 'periosteum')
    expect(found?.options).toHaveLength(4)
  })

  test('are not offered with an article that tells them apart', () => {
    const found = asked(NAMED).filter(({ form, key }) => form === 'choice' && key === 'osteoblast')
    expect(found.flatMap(({ options }) => options?.map(({ text }) => text) ?? [])).not.toContain('metaphysis')
  })
})

describe('statements', () => {
  const statements = published([...LIGAMENTS, ...NAMED]).filter(({ form }) => form === 'true-false')

  test('are one a sentence, about as many true as false', () => {
    const facts = statements.map(({ factId }) => factId)
    expect(new Set(facts).size).toBe(facts.length)
    const trues = statements.filter(({ key }) => key === 'true').length
    expect(statements.length).toBeGreaterThan(4)
    expect(trues / statements.length).toBeGreaterThanOrEqual(0.4)
    expect(trues / statements.length).toBeLessThanOrEqual(0.6)
  })

  test('are false by another term of the same kind', () => {
    const wrong = statements.filter(({ key }) => key === 'false').map(({ stem }) => stem)
    const known = [...LIGAMENTS, ...NAMED]
    expect(wrong.length).toBeGreaterThan(1)
    expect(wrong.every((stem) => !known.includes(stem))).toBe(true)
  })
})

describe('a word of several senses', () => {
  test.each([
    ['Farmers of the coast raised goats and sheep for wool and meat.', 'lowered'],
    ['The tank improved upon its predecessor by a gun of two pounds.', 'worsened'],
    ['The river keeps a narrow range of temperature in the winter.', 'widen'],
  ])('is not turned in “%s”', (sentence, opposite) => {
    expect(
      asked([sentence])
        .map(({ stem }) => stem)
        .join(' '),
    ).not.toContain(opposite)
  })
})

describe('publishing', () => {
  test('asks no number of many digits to be written, and offers it among options', () => {
    const town = 'In the census of 1901, the town of Ansfeld had 48,172 inhabitants.'
    const forms = published([town]).map(({ form, key }) => `${form} ${key}`)
    expect(forms).not.toContain('number 48172')
    expect(forms).not.toContain('cloze 48,172')
  })
})
