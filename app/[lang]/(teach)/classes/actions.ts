'use server'
import { act, type Outcome } from '#lib/server/act.ts'
import { assignStudy, changeStudy, dropAssignment } from '#lib/server/classes/assign.ts'
import { copyClass } from '#lib/server/classes/copy.ts'
import { classInput, untilADay } from '#lib/server/classes/input.ts'
import { joinClass } from '#lib/server/classes/join.ts'
import { changeClass, deleteClass, leaveClass, makeClass, removeMember, setRole } from '#lib/server/classes/write.ts'

type Made = { readonly classId: string }

export const makeClassAction = async (sent: unknown): Promise<Outcome<Made>> =>
  act((viewer) => makeClass(viewer, classInput('make', sent)))

export const changeClassAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => changeClass(viewer, classInput('change', sent)))

/** The class for another term, without its learners. */
export const copyClassAction = async (sent: unknown): Promise<Outcome<Made>> =>
  act((viewer) => copyClass(viewer, classInput('one', sent)))

export const deleteClassAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => deleteClass(viewer, classInput('one', sent)))

export const setRoleAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => setRole(viewer, classInput('role', sent)))

export const removeMemberAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => removeMember(viewer, classInput('member', sent)))

export const leaveClassAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => leaveClass(viewer, classInput('one', sent)))

export const joinClassAction = async (sent: unknown): Promise<Outcome<Made>> =>
  act((viewer) => joinClass(viewer, classInput('join', sent)))

/** Has classes study a set until a day. */
export const assignAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => assignStudy(viewer, untilADay(classInput('assign', sent))))

/** Another day for it, or showing what was a draft. */
export const changeStudyAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => changeStudy(viewer, untilADay(classInput('restudy', sent))))

export const dropAssignmentAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => dropAssignment(viewer, classInput('assigned', sent)))
