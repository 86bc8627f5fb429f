import { Refusal } from '#lib/server/errors.ts'
import { handle, readJson } from '#lib/server/handle.ts'
import { quizInput } from '#lib/server/quizzes/input.ts'
import { reviewOf } from '#lib/server/quizzes/look.ts'
import { saveAnswers } from '#lib/server/quizzes/save.ts'

const idIn = ({ attempt }: { attempt: string }): string => {
  if (!/^[\w-]{1,64}$/.test(attempt)) throw new Refusal('not-found')
  return attempt
}

/** What became of an attempt, with what was right once that may be told: Review. */
export const GET = handle(
  { auth: 'viewer', input: (_request, params: { attempt: string }) => idIn(params) },
  ({ viewer, input: attemptId }) => reviewOf(viewer, attemptId),
)

/** Takes answers, `{answers, handIn}`, each change once: Saved. */
export const POST = handle(
  {
    auth: 'viewer',
    input: async (request, params: { attempt: string }) => ({
      attemptId: idIn(params),
      sent: quizInput('save', await readJson(request)),
    }),
  },
  ({ viewer, input: { attemptId, sent } }) => saveAnswers(viewer, attemptId, sent),
)
