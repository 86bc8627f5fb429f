import { Refusal } from '#lib/server/errors.ts'
import { handle, readJson } from '#lib/server/handle.ts'
import { quizInput } from '#lib/server/quizzes/input.ts'
import { liveAnswer } from '#lib/server/quizzes/live/answer.ts'
import { liveState } from '#lib/server/quizzes/live/state.ts'
import { liveStep } from '#lib/server/quizzes/live/step.ts'

type Params = { readonly assignment: string }

const idIn = ({ assignment }: Params): string => {
  if (!/^[\w-]{1,64}$/.test(assignment)) throw new Refusal('not-found')
  return assignment
}

/** Where a live round is: LiveState. */
export const GET = handle(
  { auth: 'viewer', input: (_request, params: Params) => idIn(params) },
  ({ viewer, input: assignmentId }) => liveState(viewer, assignmentId),
)

/** A step on from a place, `{step, place}`: LiveState; or an answer at one, `{place, given}`: when it was received. */
export const POST = handle(
  {
    auth: 'viewer',
    input: async (request, params: Params) => ({
      assignmentId: idIn(params),
      sent: quizInput('live', await readJson(request)),
    }),
  },
  ({ viewer, input: { assignmentId, sent } }) =>
    'step' in sent ? liveStep(viewer, { assignmentId, ...sent }) : liveAnswer(viewer, { assignmentId, ...sent }),
)
