import { Refusal } from '#lib/server/errors.ts'
import { handle } from '#lib/server/handle.ts'
import { beginQuiz } from '#lib/server/quizzes/attempt.ts'
import { quizFace } from '#lib/server/quizzes/look.ts'

const input = (_request: Request, { assignment }: { assignment: string }) => {
  if (!/^[\w-]{1,64}$/.test(assignment)) throw new Refusal('not-found')
  return assignment
}

/** A quiz before it is begun, and after: QuizFace. */
export const GET = handle({ auth: 'viewer', input }, ({ viewer, input: assignmentId }) =>
  quizFace(viewer, assignmentId),
)

/** Begins an attempt, or goes on with the one under way: Running, which holds no key. */
export const POST = handle({ auth: 'viewer', input }, ({ viewer, input: assignmentId }) =>
  beginQuiz(viewer, assignmentId),
)
