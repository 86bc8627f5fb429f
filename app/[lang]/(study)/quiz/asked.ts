import type { QuizItem, Told } from '#lib/quiz/index.ts'
import { modeOf, type Pack, type PackQuestion, type SessionItem } from '#lib/session/index.ts'
import { type Asked, askedOf } from '../study/question.ts'

const itemFor = ({ factIds, direction, id, form }: PackQuestion, setId: string): SessionItem => ({
  ...{ setId, factIds: [...factIds], direction, questionId: id, form },
  ...{ mode: modeOf(form, false, false), why: 'ahead', again: [] },
})

/** A question of a quiz as the screens of study know it: they ask it without a key as well. */
export const askedWithoutKey = (item: QuizItem, language: string): Asked => {
  const { place, form, stem, direction, left, unit, image, sound, options } = item
  const question: PackQuestion = {
    ...{ id: `quiz-${place}`, version: 1, factIds: [], direction, form, stem, key: '', accepted: [], rationale: '' },
    ...{ ...(left ? { left: [...left] } : {}), ...(unit ? { unit } : {}) },
    ...{ ...(image ? { image } : {}), ...(sound ? { sound } : {}) },
  }
  const pack: Pack = {
    setId: '',
    version: 1,
    title: '',
    language,
    documents: [],
    facts: [],
    questions: [],
    aliases: [],
  }
  return { item: itemFor(question, ''), pack, question, facts: [], options: [...options] }
}

/** The same once it is told what is right; null where nothing can be shown. */
export const askedWithKey = ({ pack }: Told, attemptId: string): Asked | null => {
  const [question] = pack.questions
  // The texts are cut down to this sentence: a place in them would be none in the text that it was taken from.
  return question ? askedOf([{ ...pack, documents: [] }], itemFor(question, pack.setId), attemptId) : null
}
