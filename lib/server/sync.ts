import 'server-only'
import type { ClientEntry } from '#lib/log/index.ts'
import { type Acknowledged, effectiveAt, type ParsedSyncRequest, type SyncResponse } from '#lib/sync/index.ts'
import { readableFacts } from './access.ts'
import { cardsOfFacts } from './cards.ts'
import { db, join, sql, type Tx, transaction } from './db.ts'
import { packRefs } from './enrolment.ts'
import { bodyOf, entriesAfter, type PlacedEntry } from './entries.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './ids.ts'
import { append, closeLog, factsTouchedBy, lockLog, type Related, relatedTo } from './log.ts'
import { quarantine, type Refused } from './quarantine.ts'
import { readSettings } from './settings.ts'
import { authorise, type Viewer } from './viewer.ts'

/** Most entries in one answer to a pull; `more` says that there are others. */
export const PULLED_MAX = 500

const ID_TAKEN = 'another entry has this id already'
const NO_ACCESS = 'asks a fact that is in none of your sets'

type Taken = { acked: Acknowledged[]; refused: Refused[]; before: number; last: number }

/** Sorts what was sent into what is new, what is known already (acknowledged as it was the first time) and what clashes. */
const sift = (entries: readonly ClientEntry[], { entries: related, hashes }: Related) => {
  const known = new Map(related.map((entry) => [entry.id, entry]))
  const seen = new Map(hashes)
  const fresh: ClientEntry[] = []
  const acked: Acknowledged[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    const hash = sha256(bodyOf({ ...entry, effectiveAt: 0 }))
    const stored = known.get(entry.id)
    if ((seen.get(entry.id) ?? hash) !== hash) refused.push({ id: entry.id, reason: ID_TAKEN, sent: entry })
    else if (stored) acked.push({ id: entry.id, effectiveAt: stored.effectiveAt, serverSeq: stored.serverSeq })
    else if (!seen.has(entry.id)) fresh.push(entry)
    seen.set(entry.id, hash)
  }
  return { fresh, acked, refused }
}

/** The facts that an entry names; an undo names none and needs no leave. */
const factsNamed = (entry: ClientEntry): string[] =>
  entry.kind === 'review' ? entry.grades.map(({ factId }) => factId) : entry.kind === 'undo' ? [] : [entry.factId]

const devicesSeen = (tx: Tx, userId: string, entries: readonly { deviceId: string }[], now: Date) => {
  const rows = [...new Set(entries.map(({ deviceId }) => deviceId))].map(
    (id) => sql`(${userId}, ${id}, ${now}, ${now})`,
  )
  return tx.$executeRaw`INSERT INTO "Device" ("userId", "id", "firstSeenAt", "lastSeenAt") VALUES ${join(rows)}
    ON CONFLICT ("userId", "id") DO UPDATE SET "lastSeenAt" = excluded."lastSeenAt"`
}

const place = (fresh: readonly ClientEntry[], after: number, clientNow: number, now: Date): PlacedEntry[] =>
  fresh.map((entry, index) => ({
    ...entry,
    effectiveAt: effectiveAt(entry.at, clientNow, now.getTime()),
    serverSeq: after + index + 1,
  }))

/** Adds what was sent to the user's log. The row lock comes first: whatever is read after it stays true until the end. */
const take = async (tx: Tx, request: ParsedSyncRequest, malformed: readonly Refused[], now: Date): Promise<Taken> => {
  const { userId, entries, clientNow } = request
  const before = await lockLog(tx, userId, entries.length, now)
  const related = entries.length > 0 ? await relatedTo(tx, userId, entries) : { entries: [], hashes: new Map() }
  const { fresh, acked, refused } = sift(entries, related)
  const cards = await cardsOfFacts(tx, userId, factsTouchedBy(place(fresh, before, clientNow, now), related.entries))
  const mine = new Set([...cards.values()].map(({ factId }) => factId))
  const unknown = fresh.flatMap(factsNamed).filter((factId) => !mine.has(factId))
  const readable = await readableFacts(tx, userId, unknown)
  const open = (entry: ClientEntry) => factsNamed(entry).every((id) => mine.has(id) || readable.has(id))
  for (const entry of fresh) if (!open(entry)) refused.push({ id: entry.id, reason: NO_ACCESS, sent: entry })

  const placed = place(fresh.filter(open), before, clientNow, now)
  const last = before + placed.length
  if (placed.length < entries.length) await closeLog(tx, userId, last)
  if (placed.length > 0) {
    await append(tx, userId, placed, related.entries, cards, now)
    await devicesSeen(tx, userId, placed, now)
  }
  await quarantine(tx, userId, [...malformed, ...refused], now)
  const clashes = refused.filter(({ reason }) => reason === ID_TAKEN)
  if (clashes.length > 0) {
    const detail = { ids: clashes.map(({ id }) => id) }
    await tx.securityEvent.create({ data: { userId, kind: 'entry-id-reused', at: now, detail } })
  }
  for (const { id, effectiveAt, serverSeq } of placed) acked.push({ id, effectiveAt, serverSeq })
  return { acked, refused, before, last }
}

/** What came after the cursor, but what this very request brought. */
const pull = async (tx: Tx, { userId, cursor }: ParsedSyncRequest, { acked, before, last }: Taken) => {
  if (cursor >= before) return { entries: [], cursor: last, more: false }
  const rows = await entriesAfter(tx, userId, cursor, PULLED_MAX)
  const reached = rows.at(-1)?.serverSeq ?? last
  const own = new Set(acked.map(({ id }) => id))
  return { entries: rows.filter(({ id }) => !own.has(id)), cursor: reached, more: reached < last }
}

const logEnd = async (tx: Tx, userId: string): Promise<number> => {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { logSeq: true } })
  if (!user) throw new Refusal('sign-in-needed')
  return user.logSeq
}

/**
 * Takes a device's new entries, each once and for good, and tells it what it does not have yet.
 * `malformed`: what was sent and is no entry at all; it goes to the quarantine with the entries refused here.
 * Throws `other-account` where the outbox is somebody else's; then nothing is stored.
 */
export const syncEntries = async (
  viewer: Viewer,
  request: ParsedSyncRequest,
  malformed: readonly Refused[] = [],
  now = new Date(),
): Promise<SyncResponse> => {
  authorise(viewer, 'change', { kind: 'learning', userId: request.userId }, 'other-account')
  const posts = request.entries.length + malformed.length > 0
  const exchange = async (tx: Tx) => {
    if (posts) {
      const taken = await take(tx, request, malformed, now)
      return { ...taken, pulled: await pull(tx, request, taken) }
    }
    const last = await logEnd(tx, request.userId)
    const nothing: Taken = { acked: [], refused: [], before: last, last }
    return { ...nothing, pulled: await pull(tx, request, nothing) }
  }
  // A pull alone needs no lock: places are given out in the order in which they are committed.
  const { acked, refused, pulled } = posts ? await transaction(exchange) : await exchange(db())
  const [packs, settings] = [await packRefs(viewer), await readSettings(viewer)]
  return {
    acked,
    rejected: [...request.rejected, ...refused.map(({ id, reason }) => ({ id, reason }))],
    pulled: { entries: pulled.entries, packs, settings, exams: [], assignments: [] },
    cursor: pulled.cursor,
    more: pulled.more,
    serverNow: now.getTime(),
  }
}
