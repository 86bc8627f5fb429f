import { askedWithKey, askedWithoutKey } from '#app/[lang]/(study)/quiz/asked.ts'
import type { Asked } from '#app/[lang]/(study)/study/question.ts'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'

/** What is asked as the screens of study know it: without a key before that is told; null where nothing is asked. */
export const askedIn = ({ item, told, assignmentId, language }: LiveState): Asked | null => {
  if (!item) return null
  const asked = told ? askedWithKey(told, assignmentId) : askedWithoutKey(item, language)
  // The options stay where they were while it was asked.
  return asked && { ...asked, options: [...item.options] }
}

/** The heading under which what is told stands in its text; empty where there is none. */
export const headingIn = ({ told }: LiveState): string => {
  const [fact] = told?.pack.facts ?? []
  const sections = told?.pack.documents.flatMap((one) => one.sections) ?? []
  return sections.find(({ id }) => id === fact?.sectionId)?.heading ?? ''
}
