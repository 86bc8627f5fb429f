import 'server-only'
import { Refusal } from '../../errors.ts'

/**
 * The number that whoever asks for signals has heard last: what their browser says when it comes back, else what the address
 * says; null where neither does. Throws `bad-request`.
 */
export const lastHeard = (request: Request): number | null => {
  const told = request.headers.get('last-event-id') || new URL(request.url).searchParams.get('after')
  if (told === null) return null
  // What the column holds.
  if (!/^\d{1,10}$/.test(told) || Number(told) >= 2 ** 31) throw new Refusal('bad-request')
  return Number(told)
}
