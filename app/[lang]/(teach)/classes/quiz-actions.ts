'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { assignQuiz } from '#lib/server/quizzes/assign.ts'
import { type QuizChoice, quizChoice } from '#lib/server/quizzes/choice.ts'
import { decideLate } from '#lib/server/quizzes/decide.ts'
import { editQuiz, extendQuiz } from '#lib/server/quizzes/edit.ts'
import { quizInput } from '#lib/server/quizzes/input.ts'
import { type MendPreview, mendQuestion, previewMend, undoMend } from '#lib/server/quizzes/mend.ts'

/** What a quiz of a set may ask, and what of it a class can see already. */
export const quizChoiceAction = async (sent: unknown): Promise<Outcome<QuizChoice>> =>
  act((viewer) => quizChoice(viewer, quizInput('choice', sent)))

export const assignQuizAction = async (sent: unknown): Promise<Outcome<{ assignmentIds: string[] }>> =>
  act((viewer) => assignQuiz(viewer, quizInput('assign', sent)))

export const editQuizAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => editQuiz(viewer, quizInput('edit', sent)))

/** A later end, more time or more attempts for one learner. */
export const extendQuizAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => extendQuiz(viewer, quizInput('extend', sent)))

/** Whether an answer that came late counts. */
export const decideLateAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => decideLate(viewer, quizInput('decide', sent)))

/** Whose marks putting a question right would change. */
export const previewMendAction = async (sent: unknown): Promise<Outcome<MendPreview>> =>
  act((viewer) => previewMend(viewer, quizInput('mend', sent)))

export const mendAction = async (sent: unknown): Promise<Outcome<{ mendId: string }>> =>
  act((viewer) => mendQuestion(viewer, quizInput('mend', sent)))

export const undoMendAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => undoMend(viewer, quizInput('unmend', sent)))
