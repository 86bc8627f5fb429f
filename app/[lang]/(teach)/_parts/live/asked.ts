import type { Asked } from '#app/[lang]/(study)/study/question.ts'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'
import type { Pack, PackQuestion } from '#lib/session/index.ts'

/** What is asked as the screens of study know it: without a key before that is told; null where nothing is asked. */
export const askedIn = ({ item, told, title, language }: LiveState): Asked | null => {
  if (!item) return null
  const { place, options, ...about } = item
  const keyless: PackQuestion = {
    ...about,
    id: String(place),
    version: 1,
    factIds: [],
    key: '',
    accepted: [],
    rationale: '',
  }
  const bare: Pack = { setId: '', version: 1, title, language, documents: [], facts: [], questions: [], aliases: [] }
  const pack = told?.pack ?? bare
  const question = pack.questions[0] ?? keyless
  const { form, direction, factIds } = question
  return {
    item: {
      ...{ setId: pack.setId, questionId: question.id, factIds: [...factIds], direction, form },
      ...{ mode: 'tap', why: 'ahead', again: [] },
    },
    // The options stay where they were while it was asked.
    ...{ pack, question, facts: pack.facts, options: [...options] },
  }
}
