'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { saveComposed } from '#lib/server/desk/compose.ts'
import { rewordCopied, wordCopied } from '#lib/server/desk/copied.ts'
import { deskInput } from '#lib/server/desk/input.ts'
import type { Published } from '#lib/server/desk/publish.ts'

/** Publishes a set that is put together of others. */
export const saveComposedAction = async (sent: unknown): Promise<Outcome<Published & { setId: string }>> =>
  act((viewer) => saveComposed(viewer, deskInput('compose', sent)))

export const rewordCopiedAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => rewordCopied(viewer, deskInput('rewordCopied', sent)))

export const wordCopiedAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => wordCopied(viewer, deskInput('wordCopied', sent)))
