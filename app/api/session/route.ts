import { handle } from '#lib/server/handle.ts'
import { parseStudyQuery, studyQueue } from '#lib/server/study.ts'

const input = (request: Request) => parseStudyQuery(new URL(request.url).searchParams)

/** `?limit=20` → `{items: [{fact, question, card|null}], counts}`: what is due and new for the viewer. */
export const GET = handle({ auth: 'viewer', input }, ({ viewer, input: query }) => studyQueue(viewer, query))
