'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { deleteNotice, setLetters, type Told, writeNotice } from '#lib/server/classes/notices.ts'
import { readNotices } from '#lib/server/classes/notices-read.ts'
import { peopleInput } from '#lib/server/classes/people-input.ts'
import { remind } from '#lib/server/classes/remind.ts'

export const writeNoticeAction = async (sent: unknown): Promise<Outcome<Told>> =>
  act((viewer) => writeNotice(viewer, peopleInput('notice', sent)))

/** Reminds of what was assigned whoever has not begun it, or not handed it in. */
export const remindAction = async (sent: unknown): Promise<Outcome<Told>> =>
  act((viewer) => remind(viewer, peopleInput('remind', sent)))

export const deleteNoticeAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => deleteNotice(viewer, peopleInput('one', sent)))

/** Notes that a learner has read up to a notice. */
export const readNoticesAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => readNotices(viewer, peopleInput('read', sent)))

/** Whether what a class is told comes by e-mail too. */
export const lettersAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => setLetters(viewer, peopleInput('letters', sent)))
