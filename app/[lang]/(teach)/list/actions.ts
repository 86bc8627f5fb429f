'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { deskInput } from '#lib/server/desk/input.ts'
import { type SavedList, saveList } from '#lib/server/desk/lists.ts'

export const saveListAction = async (sent: unknown): Promise<Outcome<SavedList>> =>
  act((viewer) => saveList(viewer, deskInput('list', sent)))
