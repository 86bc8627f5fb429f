import { handle } from '#lib/server/handle.ts'
import { health } from '#lib/server/health.ts'

/** Whether this installation is well: its version, its database and how safely that writes. */
export const GET = handle({ auth: 'anyone' }, () => health())
