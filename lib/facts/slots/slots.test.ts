import { describe, expect, test } from 'vitest'
import { generate } from '#lib/questions/index.ts'

const asked = (text: string, title = 'Notes on Harrow') => {
  const made = generate({ text: `# ${title}\n\n${text}`, format: 'markdown' })
  if (!made.ok) throw new Error(made.error.message)
  return made.value.questions.map(({ form, stem, key }) => `${form}: ${stem} = ${[key].flat().join(' > ')}`)
}

describe('lives', () => {
  const questions = asked(
    'Ada Brook (3 March 1801 – 9 May 1877) was an English botanist who described the mosses of Wales.',
    'Mosses of Wales',
  )

  test('ask for the years of birth and death', () => {
    expect(questions).toContain('typed: In which year was Ada Brook born? = 1801')
  })

  test('never as a blank inside the bracket', () => {
    expect(questions.some((question) => /^cloze: .*\(3 March ____/.test(question))).toBe(false)
  })
})

test('a share is asked as one, and taken in each spelling', () => {
  const text = 'Glass and steel make up about two thirds of the weight of the bridge at Harrow.'
  const made = generate({ text: `# Harrow Bridge\n\n${text}`, format: 'markdown' })
  if (!made.ok) throw new Error(made.error.message)
  const question = made.value.questions.find(({ key }) => key === 'two thirds')
  expect(question?.stem).toContain('____ (fraction)')
  expect(question?.accepted).toEqual(expect.arrayContaining(['two-thirds', '2/3']))
})

describe('relations', () => {
  test('are stated, true or false, and never left blank', () => {
    const questions = asked('Warm water from the kilns lowered the oxygen in the ponds and raised no fish.')
    expect(questions.every((question) => question.startsWith('true-false'))).toBe(true)
  })

  test('are left alone where the numbers would tell', () => {
    const questions = asked('The herd of the valley increased from 70 cows to 220 cows within ten summers.')
    expect(questions.some((question) => /decreased/.test(question))).toBe(false)
  })
})

test('what a sentence is there to name is asked', () => {
  const questions = asked(
    'The largest tributary of the river Harrow is the Selwick, which rises in the moors.',
    'Rivers',
  )
  expect(questions.some((question) => question.endsWith('= Selwick'))).toBe(true)
})

test('a year below a hundred is no number of things', () => {
  const questions = asked('As an adviser to the emperor he helped to expose the Ferian conspiracy of 65.')
  expect(questions).toEqual([])
})
