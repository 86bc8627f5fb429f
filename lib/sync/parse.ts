import { err, isUuid, ok, type Result } from '#lib/base/index.ts'
import { type ClientEntry, parseClientEntry } from '#lib/log/index.ts'
import { ENTRIES_PER_REQUEST_MAX, type Rejected, type SyncRequest } from './protocol.ts'

/** A request whose entries have been looked at one by one: what is not an entry is rejected alone, the rest goes on. */
export type ParsedSyncRequest = Omit<SyncRequest, 'entries'> & { entries: ClientEntry[]; rejected: Rejected[] }
export type SyncRefusal = { code: 'malformed' | 'too-many-entries'; reason: string }

const refuse = (reason: string) => err({ code: 'malformed', reason } as const)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const own = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined

const idOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null ? own(value, 'id') : undefined
  return isUuid(id) ? id : null
}

/**
 * A request as any client may send it. Refused as a whole: another protocol, fields of another type, more entries than
 * allowed, or an entry without an id, which no answer could name. Any other bad entry is put among `rejected`.
 */
export const parseSyncRequest = (value: unknown): Result<ParsedSyncRequest, SyncRefusal> => {
  if (typeof value !== 'object' || value === null) return refuse('not an object')
  const [protocol, userId, clientNow, cursor, sent] = ['protocol', 'userId', 'clientNow', 'cursor', 'entries'].map(
    (key) => own(value, key),
  )
  if (protocol !== 1) return refuse('bad protocol')
  if (typeof userId !== 'string' || userId.length === 0 || userId.length > 64) return refuse('bad userId')
  if (!isCount(clientNow)) return refuse('bad clientNow')
  if (!isCount(cursor)) return refuse('bad cursor')
  if (!Array.isArray(sent)) return refuse('bad entries')
  if (sent.length > ENTRIES_PER_REQUEST_MAX) return err({ code: 'too-many-entries', reason: `${sent.length} entries` })
  const entries: ClientEntry[] = []
  const rejected: Rejected[] = []
  for (const one of sent) {
    const id = idOf(one)
    if (id === null) return refuse('an entry without id')
    const parsed = parseClientEntry(one)
    if (parsed.ok) entries.push(parsed.value)
    else rejected.push({ id, reason: parsed.error })
  }
  return ok({ protocol, userId, clientNow, cursor, entries, rejected })
}
