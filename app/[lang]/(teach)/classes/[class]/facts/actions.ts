'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { classInput, untilADay } from '#lib/server/classes/input.ts'
import { setFacts } from '#lib/server/classes/set-facts.ts'

/** Has a class study some facts of something assigned again, until a day. */
export const setFactsAction = async (sent: unknown): Promise<Outcome<{ readonly setId: string }>> =>
  act((viewer) => setFacts(viewer, untilADay(classInput('facts', sent))))
