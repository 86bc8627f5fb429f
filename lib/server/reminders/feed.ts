import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { calendarOf } from '#lib/interchange/index.ts'
import { type Language, wholeVoice } from '#lib/messages/index.ts'
import { studyDayDate } from '#lib/scheduling/index.ts'
import { SECONDS_PER_ANSWER } from '#lib/session/index.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { settingsOf } from '../settings.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { dueDays, wallClockOf } from './due-days.ts'

const DAYS = 30
const KEY = /^[\w-]{32}$/

/** The path of the viewer's calendar; null where they have none. */
export const feedPath = async (viewer: Viewer): Promise<string | null> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const feed = await db().calendarFeed.findUnique({ where: { userId: viewer.userId }, select: { key: true } })
  return feed ? pathOf(feed.key) : null
}

const pathOf = (key: string): string => `/api/calendar/${key}.ics`

/** A new address; the one before leads nowhere from now on. */
export const makeFeed = async (viewer: Viewer): Promise<string> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  const key = randomBytes(24).toString('base64url')
  await db().calendarFeed.upsert({ where: { userId }, create: { userId, key }, update: { key, createdAt: new Date() } })
  return pathOf(key)
}

/** Takes the address back. */
export const dropFeed = async (viewer: Viewer): Promise<void> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  await db().calendarFeed.deleteMany({ where: { userId: viewer.userId } })
}

/** Whoever has the address may read it: what a calendar app fetches carries no cookie. Throws `not-found`. */
export const readFeed = async (file: string, language: Language, now = new Date()): Promise<string> => {
  const { t } = wholeVoice(language)
  const key = file.replace(/\.ics$/, '')
  const feed = KEY.test(key)
    ? await db().calendarFeed.findUnique({
        where: { key },
        select: { userId: true, user: { select: { suspendedAt: true } } },
      })
    : null
  if (feed === null || feed.user.suspendedAt !== null) throw new Refusal('not-found')
  const settings = await settingsOf(feed.userId)
  const offset = await wallClockOf(feed.userId, settings, now)
  const due = await dueDays(feed.userId, settings, offset, DAYS, now)
  const days = due.map(({ day, cards }) => ({
    date: studyDayDate(day),
    title: t('reminders.due', { n: cards }),
    description: t('reminders.minutes', { n: Math.ceil((cards * SECONDS_PER_ANSWER) / 60) }),
  }))
  // The key itself stays out of what other programs keep of a calendar.
  const id = createHash('sha256').update(feed.userId).digest('hex').slice(0, 16)
  return calendarOf(t('reminders.calendar'), days, id, now)
}
