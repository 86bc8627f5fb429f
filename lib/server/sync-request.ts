import 'server-only'
import { type ParsedSyncRequest, parseSyncRequest } from '#lib/sync/index.ts'
import { Refusal } from './errors.ts'
import type { Refused } from './quarantine.ts'

const sentEntries = (value: unknown): unknown[] => {
  const { entries } = (value ?? {}) as { entries?: unknown }
  return Array.isArray(entries) ? entries : []
}

/**
 * What a device sent. What is no entry is set apart with its reason, for the quarantine, and does not hold up the others.
 * Throws `too-large` over 200 entries and `bad-request` for anything that is no request.
 */
export const readSync = (value: unknown): { request: ParsedSyncRequest; malformed: Refused[] } => {
  const parsed = parseSyncRequest(value)
  if (!parsed.ok) throw new Refusal(parsed.error.code === 'too-many-entries' ? 'too-large' : 'bad-request')
  const sent = new Map(sentEntries(value).map((entry) => [(entry as { id?: unknown } | null)?.id, entry]))
  const malformed = parsed.value.rejected.map((one) => ({ ...one, sent: sent.get(one.id) ?? { id: one.id } }))
  return { request: parsed.value, malformed }
}
