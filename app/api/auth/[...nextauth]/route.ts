import { authExchange, readAuthCall } from '#lib/server/auth-exchange.ts'
import { handle } from '#lib/server/handle.ts'

const route = handle(
  { auth: 'anyone', input: readAuthCall, accepts: ['application/x-www-form-urlencoded', 'application/json'] },
  ({ viewer, input, request }) => authExchange(viewer, input, request),
)

export const GET = route
export const POST = route
