'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { type MoveCode, moveCode } from '#lib/server/guest-move.ts'

/** A code by which another device studies as the same guest; shown once. */
export const moveCodeAction = async (): Promise<Outcome<MoveCode>> => act((viewer) => moveCode(viewer))
