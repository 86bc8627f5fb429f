'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { peopleInput } from '#lib/server/classes/people-input.ts'
import { enlist, lookRoster, type RosterRow } from '#lib/server/classes/roster.ts'
import { makeSlips, type Slip } from '#lib/server/classes/slips.ts'

/** What a roster would come to, before anything is made. */
export const lookRosterAction = async (sent: unknown): Promise<Outcome<RosterRow[]>> =>
  act((viewer) => lookRoster(viewer, peopleInput('roster', sent)))

export const enlistAction = async (sent: unknown): Promise<Outcome<{ readonly made: number }>> =>
  act((viewer) => enlist(viewer, peopleInput('roster', sent)))

/** Slips whose codes are shown at this moment alone. */
export const makeSlipsAction = async (sent: unknown): Promise<Outcome<Slip[]>> =>
  act((viewer) => makeSlips(viewer, peopleInput('slips', sent)))
