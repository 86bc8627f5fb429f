'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { forgetGuestBefore, guestBefore } from '#lib/server/guest-before.ts'
import { mergeGuest } from '#lib/server/merge.ts'

/** Makes what the guest before this member did the member's own. Again, or without such a guest, it does nothing. */
export const bringAction = async (): Promise<Outcome<void>> =>
  act(async (viewer) => {
    const guest = await guestBefore()
    if (guest !== null) await mergeGuest(viewer, guest)
  })

/** Asks about the guest no more in this browser. */
export const leaveAction = async (): Promise<Outcome<void>> => act(forgetGuestBefore)
