'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { quizInput } from '#lib/server/quizzes/input.ts'
import { startLiveFrom } from '#lib/server/quizzes/live/from.ts'

/** A live round of some facts of a set, to go on with at `/classes/[class]/live/[assignment]`. */
export const startLiveFromAction = async (sent: unknown): Promise<Outcome<{ readonly assignmentId: string }>> =>
  act((viewer) => startLiveFrom(viewer, quizInput('liveFrom', sent)))
