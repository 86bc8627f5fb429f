'use server'
import { headers } from 'next/headers'
import { act, type Outcome, textIn } from '#lib/server/act.ts'
import { makeOperator, unmakeOperator } from '#lib/server/appoint.ts'
import { changeRules, parseRules } from '#lib/server/installation.ts'
import { linkAddress } from '#lib/server/mailed-links.ts'
import { becomeOperator } from '#lib/server/operator.ts'
import { siteOf } from '#lib/server/origin.ts'
import { endSessionsFor, makeInvitation, makeResetToken, readmit, suspend } from '#lib/server/people.ts'
import { closeReports } from '#lib/server/reports.ts'
import { withhold } from '#lib/server/withheld.ts'

const addressFor = async (token: string): Promise<string> => linkAddress(siteOf(await headers()).origin, token)

/** Makes the viewer an operator by the link that the server printed. */
export const becomeOperatorAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => becomeOperator(viewer, textIn(sent, 'token')))

export const changeRulesAction = async (sent: unknown): Promise<Outcome<void>> =>
  act(async (viewer) => {
    await changeRules(viewer, parseRules(sent))
  })

/** An address at which one newcomer makes an account; shown once. */
export const inviteAction = async (): Promise<Outcome<string>> =>
  act(async (viewer) => addressFor(await makeInvitation(viewer)))

/** An address at which a member chooses a new password; shown once. */
export const resetLinkAction = async (sent: unknown): Promise<Outcome<string>> =>
  act(async (viewer) => addressFor(await makeResetToken(viewer, textIn(sent, 'userId'))))

export const suspendAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => suspend(viewer, textIn(sent, 'userId')))

export const readmitAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => readmit(viewer, textIn(sent, 'userId')))

/** Ends all sessions of somebody else. */
export const endSessionsForAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => endSessionsFor(viewer, textIn(sent, 'userId')))

export const makeOperatorAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => makeOperator(viewer, textIn(sent, 'userId')))

export const unmakeOperatorAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => unmakeOperator(viewer, textIn(sent, 'userId')))

/** Closes what was reported of a set, or of a question that ships. */
export const closeReportsAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => closeReports(viewer, textIn(sent, 'about') === 'set' ? 'set' : 'question', textIn(sent, 'id')))

export const withholdAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => withhold(viewer, textIn(sent, 'setId'), textIn(sent, 'withheld') === 'yes'))
