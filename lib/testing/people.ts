import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountKind, Role } from '#lib/classes/index.ts'
import { db, type Place, useDatabase } from '#lib/server/db.ts'
import { openSession } from '#lib/server/login-sessions.ts'
import { migrate } from '#lib/server/migrate.ts'
import { sessionCookie } from '#lib/server/session-token.ts'
import type { Viewer } from '#lib/server/viewer.ts'

/** The address under which tests knock. */
export const SITE = 'http://localhost:3000'

/** Uses a new, migrated SQLite database in a folder of its own; `end` closes and removes it. The session secret lies beside it. */
export const newDatabase = async (): Promise<{ readonly path: string; readonly end: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-people-'))
  const dataBefore = process.env.FOOTNOTE_DATA
  process.env.FOOTNOTE_DATA = folder
  const place: Place = { kind: 'sqlite', path: join(folder, 'footnote.db') }
  await migrate(place)
  const close = useDatabase(place)
  const end = async () => {
    await close()
    if (dataBefore === undefined) delete process.env.FOOTNOTE_DATA
    else process.env.FOOTNOTE_DATA = dataBefore
    rmSync(folder, { recursive: true, force: true })
  }
  return { path: place.path, end }
}

/** Somebody with a live session: as the server sees them, and the cookie that a browser would send. */
export type Person = { readonly viewer: Viewer; readonly cookie: string }

type As = { kind?: AccountKind; role?: Role; email?: string; login?: string; passwordHash?: string; name?: string }

export const signedIn = async (viewer: Omit<Viewer, 'sessionId'>): Promise<Person> => {
  const sessionId = await openSession(viewer.userId, 'a test')
  const cookie = (await sessionCookie({ userId: viewer.userId, sessionId })).split(';')[0] ?? ''
  return { viewer: { ...viewer, sessionId }, cookie }
}

/** Makes a user and signs them in; a member unless told otherwise. */
export const newPerson = async ({ kind = 'member', role = 'learner', ...rest }: As = {}): Promise<Person> => {
  const { id } = await db().user.create({ data: { kind, role, ...rest }, select: { id: true } })
  return signedIn({ userId: id, kind, role })
}

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>
type Sent = {
  readonly method?: string
  readonly json?: unknown
  readonly form?: Record<string, string>
  readonly bytes?: Buffer
}

const bodyOf = ({ json, form, bytes }: Sent): { body?: string | Uint8Array<ArrayBuffer>; type?: string } => {
  if (bytes) return { body: new Uint8Array(bytes), type: 'application/octet-stream' }
  if (json !== undefined) return { body: JSON.stringify(json), type: 'application/json' }
  if (form) return { body: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' }
  return {}
}

/** One browser: keeps cookies and sends the headers that a page of ours would. `address` is where it connects from. */
export const newBrowser = (address = '203.0.113.1', jar = new Map<string, string>()) => {
  const send = async <P>(handler: Handler<P>, path: string, params: P, sent: Sent = {}): Promise<Response> => {
    const { body, type } = bodyOf(sent)
    const request = new Request(SITE + path, {
      method: sent.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        host: new URL(SITE).host,
        origin: SITE,
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': address,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(body === undefined ? {} : { body }),
    })
    const response = await handler(request, { params: Promise.resolve(params) })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return { jar, send }
}
