import { classSoFar } from '#lib/server/classes/ahead.ts'
import { Refusal } from '#lib/server/errors.ts'
import { handle } from '#lib/server/handle.ts'

type Params = { readonly class: string }

const asked = (request: Request, { class: classId }: Params): { classId: string; assignmentId: string } => {
  const assignmentId = new URL(request.url).searchParams.get('assignment')
  if (!assignmentId || !/^[\w-]{1,64}$/.test(assignmentId)) throw new Refusal('bad-request')
  return { classId, assignmentId }
}

/** What a class did for something assigned, `?assignment=`, as a forecast for its day takes it: ClassSoFar. */
export const GET = handle({ auth: 'viewer', input: asked }, ({ viewer, input }) => classSoFar(viewer, input))
