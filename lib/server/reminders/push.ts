import 'server-only'
import { createHash } from 'node:crypto'
import { Agent } from 'node:https'
import * as v from 'valibot'
import { sendNotification, WebPushError } from 'web-push'
import { isTimeZone, zoneOffsetMin } from '#lib/base/index.ts'
import { type Language, languages, wholeVoice } from '#lib/messages/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { checkedAddress, INTERNET, lookupIn, type Net } from '../open-net.ts'
import { settingsOf } from '../settings.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { dueDays } from './due-days.ts'
import { vapid } from './vapid.ts'

/** Browsers of one person. */
const BROWSERS_MAX = 10
const TIMEOUT_MS = 10_000
/** A reminder that could not be brought within so many seconds is of no use any more. */
const KEEP_S = 6 * 3_600
const HOUR_MS = 3_600_000

const SCHEMA = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(1_000)),
  keys: v.object({
    p256dh: v.pipe(v.string(), v.regex(/^[\w-]{87}=?$/)),
    auth: v.pipe(v.string(), v.regex(/^[\w-]{22}(==)?$/)),
  }),
  hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  timeZone: v.custom<string>(isTimeZone),
  language: v.picklist([...languages]),
})
export type PushInput = v.InferOutput<typeof SCHEMA>

/** Throws `bad-request`, and `cannot-use` for an address that is not on the open internet. */
export const parsePush = (sent: unknown, net: Net = INTERNET): PushInput => {
  const read = v.safeParse(SCHEMA, sent)
  if (!read.success) throw new Refusal('bad-request')
  checkedAddress(read.output.endpoint, net)
  return read.output
}

const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex')

/** Has a browser told once a day, from that hour on, that something is due. The same browser again changes its hour. */
export const subscribe = async (viewer: Viewer, { keys, ...input }: PushInput): Promise<object> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const id = idOf(input.endpoint)
  const row = { ...input, ...keys, userId: viewer.userId }
  const others = await db().pushSubscription.count({ where: { userId: viewer.userId, id: { not: id } } })
  if (others >= BROWSERS_MAX) throw new Refusal('no-room')
  await db().pushSubscription.upsert({ where: { id }, create: { id, ...row }, update: row })
  return {}
}

/** `{endpoint}`; throws `bad-request`. */
export const parseEndpoint = (sent: unknown): string => {
  const read = v.safeParse(v.object({ endpoint: v.pipe(v.string(), v.maxLength(1_000)) }), sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output.endpoint
}

/** Lets a browser of the viewer's be told no more. */
export const unsubscribe = async (viewer: Viewer, endpoint: string): Promise<object> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  await db().pushSubscription.deleteMany({ where: { id: idOf(endpoint), userId: viewer.userId } })
  return {}
}

type Row = Awaited<ReturnType<typeof waitingFor>>[number]

const waitingFor = () => db().pushSubscription.findMany({ where: { user: { suspendedAt: null } } })

/** 404 and 410 say that the browser is there no more (RFC 8030, 7.3), 403 that it was promised to other keys than ours. */
const GONE = [403, 404, 410]
const isGone = (thrown: unknown): boolean => thrown instanceof WebPushError && GONE.includes(thrown.statusCode)

const tell = async (row: Row, cards: number, net: Net): Promise<void> => {
  const { t } = wholeVoice(row.language as Language)
  const payload = JSON.stringify({ title: t('reminders.due', { n: cards }), body: t('reminders.pushBody') })
  checkedAddress(row.endpoint, net)
  const agent = new Agent({ lookup: lookupIn(net), ...(net.ca ? { ca: net.ca } : {}) })
  try {
    await sendNotification({ endpoint: row.endpoint, keys: { p256dh: row.p256dh, auth: row.auth } }, payload, {
      ...{ vapidDetails: vapid(), TTL: KEEP_S, urgency: 'low', timeout: TIMEOUT_MS, agent },
    })
  } finally {
    agent.destroy()
  }
}

/** Tells one browser, if its hour has come, something is due and it was not told today. */
const remind = async (row: Row, now: Date, net: Net): Promise<boolean> => {
  const offset = zoneOffsetMin(now.getTime(), row.timeZone)
  const hour = new Date(now.getTime() + offset * 60_000).getUTCHours()
  const settings = await settingsOf(row.userId)
  const today = studyDay(now.getTime(), offset, settings.rolloverHour)
  if (row.toldDay === today || hour < row.hour) return false
  const [first] = await dueDays(row.userId, settings, offset, 1, now)
  if (!first || first.day !== today) return false
  // Noted first: whoever is told twice turns it off.
  const noted = await db().pushSubscription.updateMany({
    where: { id: row.id, OR: [{ toldDay: null }, { toldDay: { not: today } }] },
    data: { toldDay: today },
  })
  if (noted.count === 0) return false
  await tell(row, first.cards, net)
  return true
}

/** Reminds whoever is to be reminded now; returns how many were. One that fails holds up no other. */
export const remindAll = async (now = new Date(), net: Net = INTERNET): Promise<number> => {
  let told = 0
  for (const row of await waitingFor()) {
    try {
      if (await remind(row, now, net)) told += 1
    } catch (thrown) {
      if (isGone(thrown)) await db().pushSubscription.deleteMany({ where: { id: row.id } })
    }
  }
  return told
}

const known = globalThis as { footnoteReminders?: NodeJS.Timeout }

/** Looks every quarter of an hour. */
export const keepReminding = (): void => {
  if (known.footnoteReminders) return
  const look = () => void remindAll().catch((error: unknown) => console.error('Reminders could not be sent', error))
  known.footnoteReminders = setInterval(look, HOUR_MS / 4)
  known.footnoteReminders.unref()
}
