'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { parseWays, type StudyWays, setWays } from '#lib/server/enrolment.ts'

/** Keeps how one set is studied. */
export const setWaysAction = async (ways: StudyWays): Promise<Outcome<void>> =>
  act((viewer) => setWays(viewer, parseWays(ways)))
