'use server'
import { act, type Outcome, textIn } from '#lib/server/act.ts'
import { copyShared } from '#lib/server/desk/compose.ts'
import { takeUp } from '#lib/server/desk/share.ts'

/** Takes up the set that a link opens. */
export const takeUpAction = async (sent: unknown): Promise<Outcome<{ readonly setId: string }>> =>
  act((viewer) => takeUp(viewer, textIn(sent, 'shareKey')))

/** Makes the set that a link opens one's own. */
export const copyAction = async (sent: unknown): Promise<Outcome<{ readonly setId: string }>> =>
  act((viewer) => copyShared(viewer, textIn(sent, 'shareKey')))
