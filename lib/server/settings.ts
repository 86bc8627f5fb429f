import 'server-only'
import { isTimeZone } from '#lib/base/index.ts'
import { compareEntries, type Entry } from '#lib/log/index.ts'
import { DEFAULT_RETENTION, ROLLOVER_HOUR } from '#lib/scheduling/index.ts'
import { defaultSettings, type LearnerSettings } from '#lib/sync/index.ts'
import { rebuildCards } from './cards.ts'
import { db, type Tx, transaction } from './db.ts'
import { type EntryRow, entryColumns, hashed, insertEntries, storedEntry } from './entries.ts'
import { Refusal } from './errors.ts'
import { newId } from './ids.ts'
import { lockLog } from './log.ts'
import { authorise, type Viewer } from './viewer.ts'

const whole = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max

const DATES_OFF_MAX = 400
const EVERY_WEEKDAY = 127

/** Dates as `datesOff` has them: real ones, each once, in order. */
const areDates = (value: unknown): boolean => {
  if (typeof value !== 'string') return false
  const dates = value === '' ? [] : value.split(',')
  const real = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date) && isoDate(date) === date
  return (
    dates.length <= DATES_OFF_MAX && dates.every((date, i) => real(date) && (i === 0 || date > (dates[i - 1] ?? '')))
  )
}

const isoDate = (date: string): string | null => {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10)
}

const CHECKS: Record<keyof LearnerSettings, (value: unknown) => boolean> = {
  newPerDayMax: whole(0, 9999),
  reviewsPerDayMax: whole(0, 9999),
  desiredRetention: (value) => typeof value === 'number' && value >= 0.7 && value <= 0.99,
  minutesPerDay: (value) => value === null || whole(1, 600)(value),
  answering: (value) => value === 'mixed' || value === 'cards',
  // One day of the week at least is left to study on.
  weekdaysOff: whole(0, EVERY_WEEKDAY - 1),
  datesOff: areDates,
  weeklyGoal: whole(0, 7),
  ratingButtons: (value) => value === 2 || value === 4,
  timeZone: (value) => value === null || isTimeZone(value),
  theme: (value) => ['system', 'light', 'dark', 'sepia'].includes(value as string),
  // The fold counts study days by this hour; another one has to be in the log first.
  rolloverHour: (value) => value === ROLLOVER_HOUR,
}

/** Which settings are named with a value that they can have; throws `bad-request` for any other value or name. */
export const parseSettings = (value: unknown): Partial<LearnerSettings> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('bad-request')
  for (const [name, given] of Object.entries(value))
    if (!Object.hasOwn(CHECKS, name) || !CHECKS[name as keyof LearnerSettings](given)) throw new Refusal('bad-request')
  return value as Partial<LearnerSettings>
}

const read = async (tx: Tx, userId: string): Promise<LearnerSettings> => {
  // Read in every exchange of the log, where compiling a query by model would cost more than the query.
  const [row] = await tx.$queryRaw<LearnerSettings[]>`SELECT "newPerDayMax", "reviewsPerDayMax", "desiredRetention",
    "minutesPerDay", "ratingButtons", "answering", "weekdaysOff", "datesOff", "weeklyGoal", "timeZone", "theme", "rolloverHour" FROM "LearnerSettings" WHERE "userId" = ${userId}`
  return row ?? defaultSettings
}

/** Of whomever the server itself does something for. */
export const settingsOf = (userId: string): Promise<LearnerSettings> => read(db(), userId)

/** What the viewer chose, or the defaults. */
export const readSettings = async (viewer: Viewer): Promise<LearnerSettings> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  return read(db(), viewer.userId)
}

/** The log must say when another retention began to hold: schedules are replayed from it, on the phone too. */
const logRetention = async (tx: Tx, userId: string, desiredRetention: number, now: Date): Promise<void> => {
  const serverSeq = (await lockLog(tx, userId, 1, now)) + 1
  const at = now.getTime()
  const stamp = { v: 1, id: newId(at), deviceId: 'server', seq: serverSeq, at, tzOffsetMin: 0 } as const
  const entry: Entry = { ...stamp, kind: 'settings', weights: null, desiredRetention, schedulerVersion: 1 }
  const placed = { ...entry, effectiveAt: at, serverSeq }
  await insertEntries(tx, userId, [{ entry: placed, ...hashed(entry) }], now)
  // It holds from now on, so no schedule changes by it, unless a clock stood wrong and the log already has later entries.
  const later = await tx.card.findFirst({ where: { userId, lastAt: { gte: now } }, select: { factId: true } })
  if (later) await rebuildCards(tx, userId)
}

/** The retention that the log says holds now. */
const loggedRetention = async (tx: Tx, userId: string): Promise<number> => {
  const rows = await tx.$queryRaw<EntryRow[]>`SELECT ${entryColumns} FROM "Entry" e
    WHERE e."userId" = ${userId} AND e."kind" = ${'settings'}`
  const last = rows.map(storedEntry).sort(compareEntries).at(-1)
  return last?.kind === 'settings' ? last.desiredRetention : DEFAULT_RETENTION
}

/** Settings that come with a log: it speaks of the retention itself, unless the learner had another log before. */
export const putBackSettings = async (tx: Tx, userId: string, settings: LearnerSettings, now: Date): Promise<void> => {
  const row = { ...settings, updatedAt: now }
  await tx.learnerSettings.upsert({ where: { userId }, create: { userId, ...row }, update: row })
  const { desiredRetention } = settings
  if ((await loggedRetention(tx, userId)) !== desiredRetention) await logRetention(tx, userId, desiredRetention, now)
}

/** Changes some settings and returns them all. */
export const saveSettings = async (
  viewer: Viewer,
  change: Partial<LearnerSettings>,
  now = new Date(),
): Promise<LearnerSettings> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  return transaction(async (tx) => {
    // The row lock comes first: what another device changes at the same moment is not written over.
    await lockLog(tx, userId, 0, now)
    const before = await read(tx, userId)
    const settings = { ...before, ...change }
    const row = { ...settings, updatedAt: now }
    await tx.learnerSettings.upsert({ where: { userId }, create: { userId, ...row }, update: row })
    if (settings.desiredRetention !== before.desiredRetention)
      await logRetention(tx, userId, settings.desiredRetention, now)
    return settings
  })
}
