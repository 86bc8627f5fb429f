'use server'
import { act, type Outcome, textIn } from '#lib/server/act.ts'
import { changePassword, deleteAccount, endAllSessions, rename } from '#lib/server/own-account.ts'
import { dropFeed, makeFeed } from '#lib/server/reminders/feed.ts'
import { parseSettings, saveSettings } from '#lib/server/settings.ts'
import type { LearnerSettings } from '#lib/sync/index.ts'

/** Keeps some of the settings; gives back all of them as they are now. */
export const saveSettingsAction = async (part: Partial<LearnerSettings>): Promise<Outcome<LearnerSettings>> =>
  act((viewer) => saveSettings(viewer, parseSettings(part)))

/** `{name}`. Gives back the name as it was kept. */
export const renameAction = async (form: Readonly<Record<string, string>>): Promise<Outcome<string | null>> =>
  act((viewer) => rename(viewer, textIn(form, 'name')))

/** `{current, next}`. Ends the other sessions. */
export const changePasswordAction = async (form: Readonly<Record<string, string>>): Promise<Outcome<void>> =>
  act((viewer) => changePassword(viewer, textIn(form, 'current'), textIn(form, 'next')))

/** Ends every session, this one too. */
export const endSessionsAction = async (): Promise<Outcome<void>> => act(endAllSessions)

/** `{proof}`: the password, or for a guest the word. */
export const deleteAccountAction = async (form: Readonly<Record<string, string>>): Promise<Outcome<void>> =>
  act((viewer) => deleteAccount(viewer, textIn(form, 'proof')))

/** Gives back the path of a new calendar. */
export const makeFeedAction = async (): Promise<Outcome<string>> => act(makeFeed)

/** Takes the calendar's address back. */
export const dropFeedAction = async (): Promise<Outcome<void>> => act(dropFeed)
