import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '#app/api/export/route.ts'
import { POST } from '#app/api/restore/route.ts'
import { CARD_COLUMNS, ENTRY_COLUMNS, RESTORED, SETTINGS, type Table, TOLD } from '#lib/interchange/index.ts'
import { wholeVoice } from '#lib/messages/index.ts'
import { changed, exported, filesIn, linesIn, restored, zipOf } from '#lib/testing/archives.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { numberedId, reviewOf } from '#lib/testing/entries.ts'
import { newBrowser, newDatabase, newPerson, type Person } from '#lib/testing/people.ts'
import { db, transaction } from '../db.ts'
import { hashed, insertEntries } from '../entries.ts'
import { issue } from '../one-time.ts'
import { hashPassword } from '../passwords.ts'
import { note } from '../security-log.ts'
import { inLanguageOf } from '../words.ts'
import { readme } from './readme.ts'
import { exportArchive } from './write.ts'

let path: string
let end: () => Promise<void>
let passwordHash: string
beforeAll(async () => {
  ;({ path, end } = await newDatabase())
  passwordHash = await hashPassword('fig vine amber')
})
afterAll(() => end())

const put = (userId: string, count: number) =>
  transaction(async (tx) => {
    for (let from = 0; from < count; from += 2_000) {
      const some = Array.from({ length: Math.min(2_000, count - from) }, (_, n) => {
        const entry = reviewOf(from + n + 1, { given: `answer ${from + n}` })
        return { entry: { ...entry, effectiveAt: entry.at, serverSeq: from + n + 1 }, ...hashed(entry) }
      })
      await insertEntries(tx, userId, some, new Date())
    }
    await tx.user.update({ where: { id: userId }, data: { logSeq: count } })
  })

let nth = 0
const member = (): Promise<Person> => {
  nth += 1
  return newPerson({ email: `ada${nth}@example.org`, passwordHash, name: `Ada ${nth}` })
}

describe('an archive', () => {
  it('has no secret in it, and nobody else', async () => {
    const [ada, bob] = [
      await member(),
      await newPerson({ email: 'bob@else.example', name: 'Bob Else', role: 'operator' }),
    ]
    const shared = await newSet({ ownerId: bob.viewer.userId }, [ada.viewer.userId, bob.viewer.userId])
    await newSet({ ownerId: ada.viewer.userId }, [ada.viewer.userId, bob.viewer.userId])
    await put(ada.viewer.userId, 3)
    await put(bob.viewer.userId, 5)
    const { token } = await issue('reset', { userId: ada.viewer.userId })
    await note('link-made', { userId: ada.viewer.userId, by: bob.viewer, detail: { for: 'reset' } })
    await db().passkey.create({
      data: {
        id: 'key',
        userId: ada.viewer.userId,
        publicKey: Buffer.from([1, 2, 3]),
        counter: 4n,
        transports: ['usb'],
        name: 'The lighthouse phone',
        createdAt: new Date('2026-01-02T03:04:05Z'),
        lastUsedAt: new Date('2026-02-03T04:05:06Z'),
      },
    })
    for (const { userId } of [ada.viewer, bob.viewer])
      await db().identity.create({ data: { provider: 'oidc:https://school.example', subject: `at-${userId}`, userId } })
    const files = await filesIn(await exported(ada.viewer))
    const all = [...files].map(([name, text]) => `${name}\n${text}`).join('\n')
    const links = await db().oneTimeLink.findMany()
    const secrets = [
      passwordHash,
      token,
      links[0]?.tokenHash ?? '',
      ada.cookie.split('=')[1] ?? '',
      ada.viewer.sessionId,
    ]
    const others = [bob.viewer.userId, bob.viewer.sessionId, 'Bob Else', 'bob@else.example', shared.factIds[0] ?? '']
    for (const text of [...secrets, ...others]) {
      expect(text.length).toBeGreaterThan(5)
      expect(all).not.toContain(text)
    }
    expect(linesIn(files, 'links.jsonl')).toMatchObject([{ purpose: 'reset' }])
    expect(linesIn(files, 'security-log.jsonl')).toContainEqual(
      expect.objectContaining({ kind: 'link-made', detail: { for: 'reset', by: 'an operator' } }),
    )
    expect(linesIn(files, 'passkeys.jsonl')).toEqual([
      {
        ...{ id: 'key', publicKey: 'AQID', counter: '4', transports: ['usb'], name: 'The lighthouse phone' },
        ...{ createdAt: '2026-01-02T03:04:05.000Z', lastUsedAt: '2026-02-03T04:05:06.000Z' },
      },
    ])
    const elsewhere = { provider: 'oidc:https://school.example', subject: `at-${ada.viewer.userId}`, email: null }
    expect(linesIn(files, 'other-accounts.jsonl')).toEqual([{ ...elsewhere, createdAt: expect.any(String) }])
    expect(linesIn(files, 'profile.json')).toMatchObject([{ email: ada.viewer && `ada${nth}@example.org` }])
    expect(linesIn(files, 'answers.jsonl')).toHaveLength(3)
    expect(linesIn(files, 'facts.jsonl').length).toBeGreaterThan(3)
    expect(files.get('answers.csv')?.split('\r\n')).toHaveLength(5)
  })

  it('is made while it is read: what is deleted meanwhile, far ahead, is no longer in it', async () => {
    const { viewer } = await member()
    await put(viewer.userId, 20_000)
    const { bytes } = await exportArchive(viewer)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await db().entry.deleteMany({ where: { userId: viewer.userId, serverSeq: { gt: 15_000 } } })
    const lines = linesIn((await filesIn(await buffer(bytes))) as Map<string, string>, 'answers.jsonl')
    expect(lines.length).toBeGreaterThan(1_000)
    expect(lines).toHaveLength(15_000)
  })

  it.each(['en', 'pl'] as const)('says in %s what each of its files and columns is', async (language) => {
    const { viewer } = await member()
    const text = inLanguageOf(new Headers({ 'accept-language': language }), () => readme(new Date()))
    const tables: Table[] = [...Object.values(RESTORED), SETTINGS, ...Object.values(TOLD)]
    const columns = [...tables.flatMap((table) => Object.keys(table.columns)), ...ENTRY_COLUMNS, ...CARD_COLUMNS]
    for (const name of (await filesIn(await exported(viewer))).keys())
      if (name !== 'README.txt') expect(text).toContain(`\r\n${name}\r\n  `)
    for (const column of columns) expect(text).toMatch(new RegExp(`\r\n  ${column} +\\S`))
    expect(text).toContain(wholeVoice(language).t('archive.readmeHead'))
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThan(90)
  })
})

describe('a file to restore from', () => {
  let person: Person
  let good: Buffer
  beforeEach(async () => {
    const owner = await member()
    await put(owner.viewer.userId, 5)
    await newSet({ ownerId: owner.viewer.userId }, [owner.viewer.userId])
    good = await exported(owner.viewer)
    person = await member()
  })

  const bomb = () => zipOf([['archive.json', '0'.repeat(2_000_000)]])
  const cases: [string, (bytes: Buffer) => Buffer | Promise<Buffer>, RegExp][] = [
    ['no ZIP', () => Buffer.from('hello'), /not a download/],
    ['half of one', (bytes) => bytes.subarray(0, bytes.length / 2), /not a download/],
    ['one that is damaged inside', (bytes) => spoilt(bytes), /damaged/],
    ['another ZIP', () => zipOf([['letter.txt', 'hello']]), /not a download/],
    [
      'a name that leads upwards',
      (bytes) => renamed(bytes, 'archive.json', '../a.json.xx'.slice(0, 12)),
      /not a download/,
    ],
    ['an absolute name', (bytes) => renamed(bytes, 'archive.json', '/archive.jsn'), /not a download/],
    ['a name twice', (bytes) => renamed(bytes, 'cards.json', 'README.txt'), /damaged/],
    ['what swells', bomb, /damaged/],
    ['too many files', () => zipOf(Array.from({ length: 300 }, (_, n) => [`${n}`, 'x'] as const)), /damaged/],
    [
      'a newer form',
      (bytes) => changed(bytes, 'archive.json', (text) => text.replace('"version": 1', '"version": 2')),
      /newer/,
    ],
    [
      'a foreign form',
      (bytes) => changed(bytes, 'archive.json', () => '{"format":"other","version":1}'),
      /not a download/,
    ],
    [
      'fewer answers than it says',
      (bytes) => changed(bytes, 'answers.jsonl', (text) => text.replace(/.*\n/, '')),
      /damaged/,
    ],
    [
      'a wrong answer',
      (bytes) => changed(bytes, 'answers.jsonl', (text) => text.replace('"rating":3', '"rating":7')),
      /Line 1 of answers/,
    ],
    ['settings that cannot be', (bytes) => changed(bytes, 'settings.json', () => SETTINGS_LINE), /Line 1 of settings/],
  ]
  it.each(cases)('is refused in plain words when it is, or has, %s', async (_what, spoil, words) => {
    await expect(restored(person.viewer, await spoil(good))).rejects.toMatchObject({
      code: expect.stringMatching(/cannot-use/),
      message: expect.stringMatching(words),
    })
    expect(await db().entry.count({ where: { userId: person.viewer.userId } })).toBe(0)
    expect(await db().fact.count({ where: { ownerId: person.viewer.userId } })).toBe(0)
  })

  it('goes by the routes, whoever it says it is of, and leaves nothing lying about', async () => {
    const [name = '', value = ''] = person.cookie.split('=')
    const browser = newBrowser('203.0.113.44', new Map([[name, value]]))
    const answer = await browser.send(POST, '/api/restore', {}, { bytes: good })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ answers: 5, texts: 1, sets: 1, missing: 0 })
    expect(await db().entry.count({ where: { userId: person.viewer.userId } })).toBe(5)
    expect(readdirSync(join(dirname(path), 'incoming'))).toEqual([])

    const download = await browser.send(GET, '/api/export', {})
    expect(download.headers.get('content-type')).toBe('application/zip')
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="footnote-[\d-]{10}\.zip"$/)
    expect(download.headers.get('cache-control')).toBe('no-store')
    const files = await filesIn(Buffer.from(await download.arrayBuffer()))
    expect(linesIn<{ entry: { id: string } }>(files, 'answers.jsonl').map(({ entry }) => entry.id)).toEqual(
      [1, 2, 3, 4, 5].map(numberedId),
    )
  })

  it('is refused as JSON, and where more was announced than came', async () => {
    const browser = newBrowser('203.0.113.44', new Map([person.cookie.split('=') as [string, string]]))
    expect((await browser.send(POST, '/api/restore', {}, { json: {} })).status).toBe(415)
    const { receive } = await import('./receive.ts')
    const request = (length: number) =>
      new Request('http://localhost/', {
        method: 'POST',
        body: new Uint8Array(good),
        headers: { 'content-length': `${length}` },
      })
    await expect(receive(request(good.length + 1))).rejects.toMatchObject({ code: 'cannot-use' })
    await expect(receive(request(300_000_000))).rejects.toMatchObject({ code: 'too-large' })
    await (await receive(request(good.length))).close()
  })
})

const SETTINGS_LINE =
  '{"newPerDayMax":5,"reviewsPerDayMax":5,"desiredRetention":3,"ratingButtons":2,"timeZone":null,"theme":"light","rolloverHour":4,"updatedAt":"2026-01-01T00:00:00.000Z"}'

/** One byte of the first file's packed text another than it was. */
const spoilt = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf('archive.json') + 'archive.json'.length + 20
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

/** A file under another name of the same length, in both places where a ZIP says it. */
const renamed = (bytes: Buffer, from: string, to: string): Buffer => {
  expect(to).toHaveLength(from.length)
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
}
