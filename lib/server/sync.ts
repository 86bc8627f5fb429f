import 'server-only'
import type { CardState, ClientEntry } from '#lib/log/index.ts'
import { type Acknowledged, effectiveAt, type ParsedSyncRequest, type SyncResponse } from '#lib/sync/index.ts'
import { readableFacts } from './access.ts'
import { cardsOfFacts } from './cards.ts'
import { assignedTo } from './classes/assigned.ts'
import { db, join, sql, type Tx, transaction } from './db.ts'
import { packRefs } from './enrolment.ts'
import { entriesAfter, type HashedEntry, hashed } from './entries.ts'
import { Refusal } from './errors.ts'
import { append, closeLog, factsTouchedBy, lockLog, type Related, relatedTo } from './log.ts'
import { quarantine, type Refused } from './quarantine.ts'
import { quizzesDue } from './quizzes/due.ts'
import { quizzesIntoLog } from './quizzes/into-log.ts'
import { readSettings } from './settings.ts'
import { authorise, type Viewer } from './viewer.ts'

/** Most entries in one answer to a pull; `more` says that there are others. */
export const PULLED_MAX = 500

const ID_TAKEN = 'another entry has this id already'
const NO_ACCESS = 'asks a fact that is in none of your sets'

type Taken = { acked: Acknowledged[]; refused: Refused[]; before: number; last: number }

/** An entry as it was sent, with the form in which it will be kept. */
type Sent = { readonly entry: ClientEntry; readonly body: string; readonly hash: string }

/** Sorts what was sent into what is new, what is known already (acknowledged as it was the first time) and what clashes. */
const sift = (entries: readonly ClientEntry[], { entries: related, hashes }: Related) => {
  const known = new Map(related.map((entry) => [entry.id, entry]))
  const seen = new Map(hashes)
  const fresh: Sent[] = []
  const acked: Acknowledged[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    const { body, hash } = hashed(entry)
    const stored = known.get(entry.id)
    if ((seen.get(entry.id) ?? hash) !== hash) {
      refused.push({ id: entry.id, reason: ID_TAKEN, sent: entry })
      continue
    }
    if (stored) acked.push({ id: entry.id, effectiveAt: stored.effectiveAt, serverSeq: stored.serverSeq })
    else if (!seen.has(entry.id)) fresh.push({ entry, body, hash })
    seen.set(entry.id, hash)
  }
  return { fresh, acked, refused }
}

/** The facts that an entry names; an undo or a plan names none and needs no leave. */
const factsNamed = (entry: ClientEntry): string[] =>
  entry.kind === 'review' ? entry.grades.map(({ factId }) => factId) : 'factId' in entry ? [entry.factId] : []

const devicesSeen = (tx: Tx, userId: string, sent: readonly Sent[], now: Date) => {
  const ids = new Set(sent.map(({ entry }) => entry.deviceId))
  const rows = [...ids].map((id) => sql`(${userId}, ${id}, ${now}, ${now})`)
  return tx.$executeRaw`INSERT INTO "Device" ("userId", "id", "firstSeenAt", "lastSeenAt") VALUES ${join(rows)}
    ON CONFLICT ("userId", "id") DO UPDATE SET "lastSeenAt" = excluded."lastSeenAt"`
}

/** The same id with other content is a broken device or an attempt to rewrite history: the security log keeps it. */
const noteClashes = async (tx: Tx, userId: string, refused: readonly Refused[], now: Date): Promise<void> => {
  const ids = refused.filter(({ reason }) => reason === ID_TAKEN).map(({ id }) => id)
  if (ids.length > 0)
    await tx.securityEvent.create({ data: { userId, kind: 'entry-id-reused', at: now, detail: { ids } } })
}

/** New entries at their places in the log, the first of them behind `after`. */
const place = (fresh: readonly Sent[], after: number, clientNow: number, now: Date): HashedEntry[] =>
  fresh.map(({ entry, body, hash }, index) => {
    const at = effectiveAt(entry.at, clientNow, now.getTime())
    return { entry: { ...entry, effectiveAt: at, serverSeq: after + index + 1 }, body, hash }
  })

/** Which of these the learner may answer: facts that they study already, or that stand in a set they can read. */
const openTo = async (tx: Tx, userId: string, fresh: readonly Sent[], cards: ReadonlyMap<string, CardState>) => {
  const mine = new Set([...cards.values()].map(({ factId }) => factId))
  const others = fresh.flatMap(({ entry }) => factsNamed(entry)).filter((factId) => !mine.has(factId))
  const readable = await readableFacts(tx, userId, others)
  return ({ entry }: Sent) => factsNamed(entry).every((factId) => mine.has(factId) || readable.has(factId))
}

/** Adds what was sent to the user's log. The row lock comes first: whatever is read after it stays true until the end. */
const take = async (tx: Tx, request: ParsedSyncRequest, malformed: readonly Refused[], now: Date): Promise<Taken> => {
  const { userId, entries, clientNow } = request
  const before = await lockLog(tx, userId, entries.length, now)
  const related = await relatedTo(tx, userId, entries)
  const { fresh, acked, refused } = sift(entries, related)
  const touched = factsTouchedBy(
    fresh.map(({ entry }) => entry),
    related.entries,
  )
  const cards = await cardsOfFacts(tx, userId, touched)
  const isOpen = await openTo(tx, userId, fresh, cards)
  for (const sent of fresh) if (!isOpen(sent)) refused.push({ id: sent.entry.id, reason: NO_ACCESS, sent: sent.entry })

  const placed = place(fresh.filter(isOpen), before, clientNow, now)
  const last = before + placed.length
  if (placed.length < entries.length) await closeLog(tx, userId, last)
  if (placed.length > 0) {
    await append(tx, userId, placed, related.entries, cards, now)
    await devicesSeen(tx, userId, fresh, now)
  }
  await quarantine(tx, userId, [...malformed, ...refused], now)
  await noteClashes(tx, userId, refused, now)
  for (const { entry } of placed)
    acked.push({ id: entry.id, effectiveAt: entry.effectiveAt, serverSeq: entry.serverSeq })
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
  // What a class has done is no reason to keep a learner's own answers waiting.
  await quizzesIntoLog(request.userId, now.getTime()).catch((cause) => console.error('Quizzes not in the log', cause))
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
  // First, since what has opened in a class is taken up by it and is then among the packs.
  const assignments = await assignedTo(viewer, now)
  const [packs, settings, due] = [
    ...([await packRefs(viewer), await readSettings(viewer), await quizzesDue(viewer, now.getTime())] as const),
  ]
  return {
    acked,
    rejected: [...request.rejected, ...refused.map(({ id, reason }) => ({ id, reason }))],
    pulled: { entries: pulled.entries, packs, settings, assignments, due },
    cursor: pulled.cursor,
    more: pulled.more,
    serverNow: now.getTime(),
  }
}
