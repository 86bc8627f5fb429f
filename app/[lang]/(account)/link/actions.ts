'use server'
import { headers } from 'next/headers'
import { act, type Outcome } from '#lib/server/act.ts'
import { addressOf } from '#lib/server/address.ts'
import { forgetPending, linkPending } from '#lib/server/door-notes.ts'

/** Links the account elsewhere that waits in this browser to the viewer's, whose e-mail it has. Again, it does nothing. */
export const linkPendingAction = async (): Promise<Outcome<void>> =>
  act(async (viewer) => linkPending(viewer, addressOf(await headers())))

/** Leaves the two apart, and asks no more. */
export const leavePendingAction = async (): Promise<Outcome<void>> => act(forgetPending)
