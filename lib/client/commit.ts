import type { StoredEntry } from '#lib/log/index.ts'
import type { PackRef, SyncChange } from '#lib/sync/index.ts'
import type { Handle, Writing } from './database.ts'
import { foldIn, rowOf } from './fold-in.ts'

const COMMITTING = ['entries', 'outbox', 'refused', 'cards', 'packs', 'meta'] as const

export const packKey = ({ setId, version, variant }: Pick<PackRef, 'setId' | 'version' | 'variant'>): string =>
  variant ? `${setId}@${version}~${variant}` : `${setId}@${version}`

/** What a change did to the log: entries new to it, and entries that were folded before and have changed or gone. */
type Disturbance = { fresh: StoredEntry[]; moved: StoredEntry[] }

const acknowledge = async (tx: Writing, { acked }: SyncChange): Promise<Disturbance> => {
  const moved: StoredEntry[] = []
  for (const { id, effectiveAt, serverSeq } of acked) {
    const row = await tx.objectStore('entries').get(id)
    if (!row) continue
    const entry = { ...row.entry, effectiveAt, serverSeq }
    await tx.objectStore('entries').put(rowOf(entry))
    await tx.objectStore('outbox').delete(row.entry.seq)
    if (effectiveAt !== row.entry.effectiveAt) moved.push(entry)
  }
  return { fresh: [], moved }
}

const quarantine = async (tx: Writing, { rejected }: SyncChange): Promise<Disturbance> => {
  const moved: StoredEntry[] = []
  for (const { id, reason } of rejected) {
    const row = await tx.objectStore('entries').get(id)
    if (!row) continue
    await tx.objectStore('refused').put({ id, reason, entry: row.entry })
    await tx.objectStore('entries').delete(id)
    await tx.objectStore('outbox').delete(row.entry.seq)
    moved.push(row.entry)
  }
  return { fresh: [], moved }
}

const takeIn = async (tx: Writing, { pulled }: SyncChange, deviceId: unknown): Promise<Disturbance> => {
  const change: Disturbance = { fresh: [], moved: [] }
  for (const entry of pulled.entries) {
    const row = await tx.objectStore('entries').get(entry.id)
    await tx.objectStore('entries').put(rowOf(entry))
    if (!row) change.fresh.push(entry)
    else if (row.entry.effectiveAt !== entry.effectiveAt) change.moved.push(entry)
    // The server has it, although its acknowledgement never arrived.
    if (row && entry.deviceId === deviceId) await tx.objectStore('outbox').delete(entry.seq)
  }
  return change
}

const keepOnly = async (tx: Writing, refs: readonly PackRef[]): Promise<void> => {
  const kept = new Set(refs.map(packKey))
  const packs = tx.objectStore('packs')
  // A set's old version stays until the new one is here: study does not wait for the network.
  const heldSets = new Set((await packs.getAllKeys()).filter((key) => kept.has(key)).map((key) => key.split('@')[0]))
  const enrolled = new Set(refs.map((ref) => ref.setId))
  // What a quiz asks is to be on no phone, so that a pack which holds it goes even before the one without it has come.
  const cut = new Set(refs.filter(({ variant }) => variant).map(({ setId }) => setId))
  for (const key of await packs.getAllKeys()) {
    const setId = key.split('@')[0] ?? ''
    if (!kept.has(key) && (heldSets.has(setId) || !enrolled.has(setId) || cut.has(setId))) await packs.delete(key)
  }
}

/** Writes what an exchange brought home, in one transaction. */
export const commitChange = (handle: Handle, change: SyncChange): Promise<void> =>
  handle.write(COMMITTING, async (tx) => {
    const meta = tx.objectStore('meta')
    const deviceId = await meta.get('deviceId')
    const steps = [await acknowledge(tx, change), await quarantine(tx, change), await takeIn(tx, change, deviceId)]
    await foldIn(
      tx,
      steps.flatMap((step) => step.fresh),
      steps.flatMap((step) => step.moved),
    )
    await meta.put(change.pulled.packs, 'refs')
    await meta.put(change.pulled.settings, 'settings')
    await meta.put(change.pulled.assignments ?? [], 'assignments')
    await meta.put(change.pulled.due ?? [], 'due')
    await meta.put(Math.max(change.cursor, ((await meta.get('cursor')) as number | undefined) ?? 0), 'cursor')
    await keepOnly(tx, change.pulled.packs)
  })
