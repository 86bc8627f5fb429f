import 'server-only'
import type { Reason } from '#lib/gradebook/index.ts'
import type { Voice } from '#lib/messages/index.ts'
import type { GradeColumn } from './grades.ts'

const WORDS = {
  behind: 'grades.wordBehind',
  'low-forecast': 'grades.wordLowForecast',
  'missed-quiz': 'grades.wordMissedQuiz',
  'failed-quiz': 'grades.wordFailedQuiz',
} as const

/** Why somebody needs a word, in words. */
export const reasonWords = (t: Voice['t'], reason: Reason, columns: readonly GradeColumn[]): string => {
  if (reason.kind === 'nothing-yet') return t('grades.wordNothingYet')
  if (reason.kind === 'quiet') return t('grades.wordQuiet', { n: reason.days })
  const title = columns.find(({ assignmentId }) => assignmentId === reason.assignmentId)?.title ?? ''
  return t(WORDS[reason.kind], { title })
}
