import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/base/index.ts'
import type { Pack, PackQuestion } from '#lib/session/index.ts'
import { packOfMarked } from '#lib/testing/pack.ts'
import {
  candidatesIn,
  countOf,
  itemsOf,
  type Mending,
  markedOf,
  mendedQuestion,
  orderOf,
  pickOne,
  scoreOf,
} from './index.ts'

const plain = packOfMarked('p', 'Harbours', [
  { heading: 'North', text: '[[The lock opened in 1702.]] [[The quay is of granite.]]' },
  { heading: 'South', text: '[[The ferry runs at noon.]] [[The crane is called Heron.]]' },
])
const [first, second, third, fourth] = plain.facts
const base = { version: 1, direction: 'forward' as const, rationale: '' }
const choice: PackQuestion = {
  ...{ ...base, id: 'choice', factIds: [second?.id ?? ''], form: 'choice', stem: 'The quay is of ____.' },
  ...{ key: 'granite', accepted: ['granite'], options: ['granite', 'oak', 'brick'].map((text) => ({ text })) },
}
const judged: PackQuestion = {
  ...{ ...base, id: 'judged', factIds: [third?.id ?? ''], form: 'true-false', stem: 'The ferry runs at dawn.' },
  ...{ key: 'false', accepted: ['false'] },
}
const order: PackQuestion = {
  ...{ ...base, id: 'order', factIds: [first?.id ?? '', second?.id ?? '', third?.id ?? ''], form: 'order' },
  ...{ stem: 'Put in order', key: ['lock', 'quay', 'ferry'], accepted: [] },
}
const bank: Pack = { ...plain, questions: [...plain.questions, choice, judged, order] }
const at = (id: string) => bank.questions.findIndex((question) => question.id === id)
const mend = (questionId: string, kind: Mending['kind'], answer: Mending['answer'] = null): Mending => ({
  ...{ questionId, kind, answer },
})

describe('what a set can be asked', () => {
  it('is its facts in the order of the text, or those of some sections, each with what asks it alone', () => {
    expect(candidatesIn(bank, null).map(({ fact }) => fact.number)).toEqual([1, 2, 3, 4])
    expect(candidatesIn(bank, ['South']).map(({ fact, heading }) => [fact.id, heading])).toEqual([
      [third?.id, 'South'],
      [fourth?.id, 'South'],
    ])
    expect(candidatesIn(bank, null).flatMap(({ questions }) => questions)).not.toContain(order)
  })

  it('comes to one question a fact, in forms by turns', () => {
    const picked = pickOne(candidatesIn(bank, null), null)
    expect(picked.map(({ form }) => form)).toEqual(['cloze', 'choice', 'true-false', 'cloze'])
    expect(pickOne(candidatesIn(bank, null), ['choice'])).toEqual([choice])
  })
})

describe('what an attempt asks', () => {
  it('is as many as are drawn, each once, in the order of the bank unless it is mixed', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), fc.boolean(), (seed, draw, shuffle) => {
        const drawn = orderOf(bank, { draw, shuffle }, seededRandom(seed))
        expect(new Set(drawn).size).toBe(Math.min(draw, bank.questions.length))
        expect(drawn.every((one) => one >= 0 && one < bank.questions.length)).toBe(true)
        if (!shuffle) expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
      }),
    ))

  it('tells neither key nor why, nor an id by which those could be looked up', () => {
    const items = itemsOf(bank, orderOf(bank, { draw: null, shuffle: false }, Math.random), 'seed')
    const said = JSON.stringify(items)
    for (const word of ['"key"', 'accepted', 'rationale', 'wrongBecause', 'factIds', '"id"', '1702', 'Heron'])
      expect(said).not.toContain(word)
    expect(items.at(at('choice'))?.options.toSorted()).toEqual(['brick', 'granite', 'oak'])
    expect(items.at(at('order'))?.options).not.toEqual(order.key)
    expect(items.at(at('judged'))).toMatchObject({ form: 'true-false', options: [] })
    expect(itemsOf(bank, [at('choice')], 'seed')).toEqual(itemsOf(bank, [at('choice')], 'seed'))
  })
})

describe('an answer', () => {
  const share = (question: PackQuestion, given: string | string[], mends: Mending[] = []) =>
    markedOf(bank, question, mends, given).share

  it('is marked as when studying, in parts where it has some', () => {
    expect([share(choice, 'granite'), share(choice, 'oak'), share(judged, 'false')]).toEqual([1, 0, 1])
    expect(share(order, ['lock', 'quay', 'ferry'])).toBe(1)
    const half = share(order, ['quay', 'lock', 'ferry'])
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(1)
  })

  it('is marked by its mends: another key, or one more that counts', () => {
    const key = [mend('choice', 'key', 'oak')]
    expect([share(choice, 'oak', key), share(choice, 'granite', key)]).toEqual([1, 0])
    const accept = [mend('choice', 'accept', 'oak')]
    expect([share(choice, 'oak', accept), share(choice, 'granite', accept), share(choice, 'brick', accept)]).toEqual([
      ...[1, 1, 0],
    ])
    expect(share(choice, 'granite', [...accept, ...key])).toBe(0)
    const other = ['quay', 'lock', 'ferry']
    expect(share(order, other, [mend('order', 'accept', other)])).toBe(1)
    expect(share(choice, 'oak', [mend('judged', 'key', 'oak')])).toBe(0)
    expect(mendedQuestion(choice, accept)).toMatchObject({ key: 'granite', accepted: ['granite', 'oak'] })
    expect(mendedQuestion(choice, key)).toMatchObject({ key: 'oak', accepted: ['oak'] })
    expect(mendedQuestion(choice, [])).toEqual(choice)
  })
})

describe('a score', () => {
  const asked = [at('choice'), at('judged'), at('order')]
  const answers = [
    { place: 0, given: 'oak' },
    { place: 2, given: ['lock', 'quay', 'ferry'] },
  ]
  const score = (mends: Mending[]) => {
    const { points, outOf } = scoreOf(bank, asked, mends, answers)
    return [points, outOf]
  }

  it('counts each question once; what was dropped for nobody, what is given for everyone, answered or not', () => {
    expect(score([])).toEqual([1, 3])
    expect(score([mend('order', 'drop')])).toEqual([0, 2])
    expect(score([mend('judged', 'full')])).toEqual([2, 3])
    expect(score([mend('judged', 'full'), mend('judged', 'drop')])).toEqual([1, 2])
    expect(countOf('judged', [mend('judged', 'full'), mend('choice', 'drop')])).toBe('full')
    expect([...scoreOf(bank, asked, [], answers).shares]).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ])
  })
})
