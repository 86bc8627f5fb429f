'use server'
import type { DeskFact } from '#lib/desk/index.ts'
import { act, type Outcome } from '#lib/server/act.ts'
import { deskInput } from '#lib/server/desk/input.ts'
import { ask, closeFlags, judge } from '#lib/server/desk/judge.ts'
import { type Published, publishSet } from '#lib/server/desk/publish.ts'
import { deskOf } from '#lib/server/desk/read.ts'
import { rewordFact } from '#lib/server/desk/reword.ts'
import { type Tagged, tagFacts } from '#lib/server/desk/tags.ts'
import { addFact, addQuestion, wordQuestion } from '#lib/server/desk/write.ts'

export const judgeAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => judge(viewer, deskInput('judge', sent)))

export const askAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => ask(viewer, deskInput('ask', sent)))

/** Closes what learners reported of a question. */
export const closeFlagsAction = async (sent: unknown): Promise<Outcome<void>> =>
  act((viewer) => closeFlags(viewer, deskInput('closeFlags', sent)))

/** Puts a tag on facts, or takes it off. */
export const tagAction = async (sent: unknown): Promise<Outcome<Tagged>> =>
  act((viewer) => tagFacts(viewer, deskInput('tag', sent)))

type Facts = { readonly facts: readonly DeskFact[] }

export const wordQuestionAction = async (sent: unknown): Promise<Outcome<Facts>> =>
  act(async (viewer) => {
    const input = deskInput('word', sent)
    await wordQuestion(viewer, input)
    return { facts: (await deskOf(viewer, input.setId)).facts }
  })

export const rewordFactAction = async (sent: unknown): Promise<Outcome<Facts>> =>
  act(async (viewer) => {
    const input = deskInput('reword', sent)
    await rewordFact(viewer, input)
    return { facts: (await deskOf(viewer, input.setId)).facts }
  })

export const addQuestionAction = async (sent: unknown): Promise<Outcome<Facts>> =>
  act(async (viewer) => {
    const input = deskInput('addQuestion', sent)
    await addQuestion(viewer, input)
    return { facts: (await deskOf(viewer, input.setId)).facts }
  })

/** The fact that was made, among all. */
export const addFactAction = async (sent: unknown): Promise<Outcome<Facts & { factId: string }>> =>
  act(async (viewer) => {
    const input = deskInput('addFact', sent)
    const { factId } = await addFact(viewer, input)
    return { factId, facts: (await deskOf(viewer, input.setId)).facts }
  })

export const publishAction = async (sent: unknown): Promise<Outcome<Published>> =>
  act((viewer) => publishSet(viewer, deskInput('publish', sent)))
