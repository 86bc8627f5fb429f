import { describe, expect, it } from 'vitest'
import { cardsOf } from '#lib/server/cards.ts'
import { publish } from '#lib/server/content/publish.ts'
import { db, transaction } from '#lib/server/db.ts'
import { saveComposed } from '#lib/server/desk/compose.ts'
import { composerOf } from '#lib/server/desk/composer.ts'
import { saveList } from '#lib/server/desk/lists.ts'
import { tagFacts, tagsOf } from '#lib/server/desk/tags.ts'
import { importText } from '#lib/server/documents.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { sha256 } from '#lib/server/ids.ts'
import { readMedia, saveMedia } from '#lib/server/media.ts'
import { deleteAccount } from '#lib/server/own-account.ts'
import { readPack } from '#lib/server/packs.ts'
import { readSettings, saveSettings } from '#lib/server/settings.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import type { Pack } from '#lib/session/index.ts'
import { changed, exported, filesIn, linesIn, restored } from '../archives.ts'
import { draftOf, harbourLines, newSet, publishDraft } from '../drafts.ts'
import {
  attemptEntryOf,
  cardEntryOf,
  examEntryOf,
  examOf,
  gradeOf,
  minutesEntryOf,
  NOON,
  numberedId,
  reviewOf,
  undoOf,
} from '../entries.ts'
import { type Ground, newLearner, openStage } from '../stage.ts'
import { answer, expectCacheEqualsLog, post } from './posts.ts'

const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const DAY = 86_400_000
const NOTES = `Agnes Rennick designed Skerry Lighthouse in 1784. Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.
Skerry Lighthouse burned whale oil until 1837. Marta Quill wrote a history of Skerry Lighthouse in 1901.`

/** The same content on every installation, as what ships is. */
const ship = async () => {
  await db().document.create({ data: { id: 'shipped' } })
  await db().questionSet.create({ data: { id: 'shipped', documentId: 'shipped', visibility: 'public' } })
  let nth = 0
  const idFor = () => `shipped-${nth++}`
  const to = { setId: 'shipped', documentId: 'shipped', ownerId: null, idFor }
  await transaction((tx) => publish(tx, draftOf(harbourLines), to, new Date(NOON)))
  const items = await db().setItem.findMany({ orderBy: { position: 'asc' } })
  return items.map(({ factId }) => factId)
}

const enrolled = (viewer: Viewer) =>
  db().enrolment.create({ data: { userId: viewer.userId, setId: 'shipped', addedAt: new Date(NOON), newPerDayMax: 3 } })

/** Somebody with a text of their own, and a month of answers of every kind to it and to what ships. */
const studious = async () => {
  const facts = await ship()
  const viewer = await newLearner()
  await enrolled(viewer)
  const own = await importText(viewer, { text: NOTES, format: 'text', title: 'Skerry, "the light"' })
  const pack = JSON.parse((await readPack(viewer, own.setId, 1)).json) as Pack
  const all = [...facts, ...pack.facts.map(({ id }) => id)]
  const month = all.flatMap((factId, nth) =>
    [0, 1, 5, 17].map((day, time) => {
      const n = 10 * nth + time + 1
      const rating = ([3, 1, 4, 2] as const)[(nth + time) % 4] ?? 3
      const questionId = pack.questions.find((one) => one.factIds.includes(factId))?.id ?? 'q'
      return reviewOf(n, {
        at: NOON + day * DAY + n,
        questionId,
        attemptId: 'sitting',
        grades: [gradeOf(factId, rating)],
      })
    }),
  )
  const [first = '', second = '', third = ''] = all
  const rest = [
    undoOf(900, numberedId(2)),
    cardEntryOf(901, 'suspend', first),
    cardEntryOf(902, 'bury', second),
    cardEntryOf(903, 'reset', third),
    examEntryOf(905, examOf({ parts: [{ setId: own.setId, section: null, weight: 1 }] })),
    minutesEntryOf(906, [0, 20, 20, 20, 20, 20, 45]),
    attemptEntryOf(907, numberedId(950), [pack.questions[0]?.id ?? '']),
    reviewOf(904, { given: '=HYPERLINK("x"), "line"\nbreak', context: 'practice', grades: [gradeOf(third, 3)] }),
  ].map((entry) => ({ ...entry, at: NOON + 20 * DAY }))
  await db().attempt.create({
    data: { id: 'sitting', userId: viewer.userId, context: 'quiz', startedAt: new Date(NOON) },
  })
  await post(viewer, month.slice(0, 30), 0, new Date(NOON + 18 * DAY))
  await saveSettings(viewer, { desiredRetention: 0.85, newPerDayMax: 7 }, new Date(NOON + 19 * DAY))
  await post(viewer, [...month.slice(30), ...rest], 0, new Date(NOON + 21 * DAY))
  return { viewer, own, facts, pack }
}

const cards = async ({ userId }: Viewer) => Object.fromEntries(await cardsOf(db(), userId))

const logOf = async ({ userId }: Viewer) =>
  db().entry.findMany({
    where: { userId },
    orderBy: { serverSeq: 'asc' },
    select: { id: true, body: true, effectiveAt: true, contentHash: true },
  })

const everything = async () => ({
  entries: await db().entry.count(),
  grades: await db().grade.count(),
  documents: await db().documentVersion.findMany({ orderBy: { id: 'asc' } }),
  sentences: await db().sentence.count(),
  facts: await db().factVersion.findMany({ orderBy: [{ factId: 'asc' }, { version: 'asc' }] }),
  questions: await db().questionVersion.findMany({ orderBy: [{ questionId: 'asc' }, { version: 'asc' }] }),
  links: await db().questionFact.count(),
  sets: await db().setVersion.findMany({ orderBy: { id: 'asc' } }),
  items: [await db().setItem.count(), await db().setQuestion.count(), await db().setDocument.count()],
  enrolments: await db().enrolment.findMany({ orderBy: [{ userId: 'asc' }, { setId: 'asc' }] }),
  attempts: await db().attempt.count(),
})

/** Every pack that a learner studies can be fetched, and is what its reference says. */
const expectPacks = async (viewer: Viewer, count: number) => {
  const refs = await packRefs(viewer)
  expect(refs).toHaveLength(count)
  for (const { setId, version, hash } of refs) {
    const { json } = await readPack(viewer, setId, version)
    expect(sha256(json)).toBe(hash)
    expect((JSON.parse(json) as Pack).questions.length).toBeGreaterThan(0)
  }
}

const elsewhere = (ground: Ground) => {
  it('come back on another installation, card by card to the last digit, under their own ids', async () => {
    const { viewer, own } = await studious()
    const before = await cards(viewer)
    const log = await logOf(viewer)
    const settings = await readSettings(viewer)
    expect(Object.keys(before).length).toBeGreaterThan(8)
    const pack = await readPack(viewer, own.setId, 1)
    const bytes = await exported(viewer)

    const close = await openStage(ground)
    await ship()
    const fresh = await newLearner()
    const came = await restored(fresh, bytes)
    expect(came).toEqual({
      answers: log.filter(({ body }) => body.includes('"review"')).length,
      texts: 1,
      sets: 2,
      missing: 0,
    })
    expect(await cards(fresh)).toEqual(before)
    expect(await logOf(fresh)).toEqual(log)
    expect(await readSettings(fresh)).toEqual(settings)
    expect(await readPack(fresh, own.setId, 1)).toEqual(pack)
    await expectCacheEqualsLog(fresh)
    await expectPacks(fresh, 2)
    expect(await db().enrolment.findFirst({ where: { setId: 'shipped' } })).toMatchObject({ newPerDayMax: 3 })

    const all = await everything()
    expect(await restored(fresh, bytes)).toEqual({ answers: 0, texts: 0, sets: 0, missing: 0 })
    expect(await everything()).toEqual(all)
    expect(await logOf(fresh)).toEqual(log)
    await close()
  })

  it('bring lists with their pictures, tags and sets put together of others, and no picture that is none', async () => {
    const { viewer, pack } = await studious()
    const picture = await saveMedia(viewer, GIF)
    const row = { factId: null, front: 'pier', back: 'molo', image: picture.id }
    const about = { setId: null, version: 0, title: 'Words', language: 'en', open: 'private' as const }
    const list = await saveList(viewer, { ...about, directions: ['forward'], rows: [row], colour: 'plum' })
    await tagFacts(viewer, { factIds: [pack.facts[0]?.id ?? ''], tag: 'exam', on: true })
    const made = await saveComposed(viewer, {
      ...{ setId: null, version: 0, title: 'Both', tags: ['exam'], leftOut: [], takeOver: [], forms: null },
      ...{ parts: [{ setId: list.setId, sections: null }], excerpts: false, open: 'private', order: 'mixed' },
    })
    const before = await readPack(viewer, made.setId, 1)
    await db().media.create({ data: { ownerId: viewer.userId, id: 'f'.repeat(64), type: 'image/png', data: 'AAAA' } })
    const bytes = await exported(viewer)
    const close = await openStage(ground)
    await ship()
    const fresh = await newLearner()
    await restored(fresh, bytes)
    expect(await readPack(fresh, made.setId, 1)).toEqual(before)
    expect((await composerOf(fresh, made.setId)).recipe).toMatchObject({
      ...{ tags: ['exam'], parts: [{ setId: list.setId, version: 1, sections: null }] },
    })
    expect(await tagsOf(fresh)).toEqual([{ tag: 'exam', facts: 1 }])
    expect(await readMedia(fresh, picture.id)).toEqual({ type: 'image/gif', bytes: GIF })
    expect(await db().media.count()).toBe(1)
    await close()
  })

  it('come back where what they study is not, with every card', async () => {
    const { viewer } = await studious()
    const before = await cards(viewer)
    const bytes = await exported(viewer)
    const close = await openStage(ground)
    const fresh = await newLearner()
    expect(await restored(fresh, bytes)).toMatchObject({ sets: 1, missing: 1 })
    expect(await cards(fresh)).toEqual(before)
    await close()
  })
}

const here = () => {
  it('come back into another account beside the first, which loses nothing', async () => {
    const { viewer, own, pack } = await studious()
    const [before, log] = [await cards(viewer), await logOf(viewer)]
    const bytes = await exported(viewer)
    const other = await newLearner()
    expect(await restored(other, bytes)).toMatchObject({ texts: 1, sets: 2 })
    expect(await cards(viewer)).toEqual(before)
    expect(await logOf(viewer)).toEqual(log)

    const theirs = await cards(other)
    const copied = new Set(pack.facts.map(({ id }) => id))
    const ofShipped = (of: typeof theirs) => Object.entries(of).filter(([key]) => key.startsWith('shipped'))
    expect(Object.fromEntries(ofShipped(theirs))).toEqual(Object.fromEntries(ofShipped(before)))
    const memories = (of: typeof theirs) =>
      Object.values(of)
        .map(({ factId: _, ...rest }) => JSON.stringify(rest))
        .sort()
    expect(memories(theirs)).toEqual(memories(before))
    for (const factId of copied) expect(theirs[`${factId}|forward`]).toBeUndefined()
    await expectPacks(other, 2)
    await expect(readPack(other, own.setId, 1)).rejects.toMatchObject({ code: 'not-found' })
    const all = await everything()
    expect(await restored(other, bytes)).toEqual({ answers: 0, texts: 0, sets: 0, missing: 0 })
    expect(await everything()).toEqual(all)
  })

  it('change nothing where they were made, and bring back what has gone since', async () => {
    const { viewer, own } = await studious()
    const [before, all] = [await cards(viewer), await everything()]
    const bytes = await exported(viewer)
    expect(await restored(viewer, bytes)).toMatchObject({ answers: 0, texts: 0, sets: 0 })
    expect(await everything()).toEqual(all)
    await db().questionSet.delete({ where: { id: own.setId } })
    await db().document.deleteMany({ where: { ownerId: viewer.userId } })
    await importText(viewer, { text: NOTES, format: 'text' })
    expect(await restored(viewer, bytes)).toMatchObject({ texts: 1, sets: 1 })
    await expectPacks(viewer, 3)
    expect(await cards(viewer)).toEqual(before)
  })

  it('join a log that has gone on elsewhere', async () => {
    const { viewer, facts } = await studious()
    const bytes = await exported(viewer)
    const other = await newLearner()
    await enrolled(other)
    await post(other, [answer(5000, facts[0] ?? '', 3, NOON + 30 * DAY)], 0, new Date(NOON + 31 * DAY))
    await restored(other, bytes)
    await expectCacheEqualsLog(other)
    expect((await cards(other))[`${facts[0]}|forward`]).toMatchObject({ reps: 4 })
  })
}

const distrust = () => {
  it('say nothing of a time that is still to come', async () => {
    const { viewer } = await studious()
    const bytes = await exported(viewer)
    const now = new Date(NOON + 10 * DAY)
    const other = await newLearner()
    await restored(other, bytes, now)
    const { _max } = await db().entry.aggregate({ where: { userId: other.userId }, _max: { effectiveAt: true } })
    expect(_max.effectiveAt).toEqual(now)
  })

  it('reach nothing of somebody else’s, whatever they cite', async () => {
    const { viewer } = await studious()
    const secret = await newSet({ ownerId: (await newLearner()).userId, visibility: 'private' })
    const bytes = await exported(viewer)
    const [mine] = linesIn<{ id: string }>(await filesIn(bytes), 'set-versions.jsonl')
    const stolen = [secret.factIds[0], 'nothing'].map((factId, nth) =>
      JSON.stringify({ setVersionId: mine?.id, position: 500 + nth, factId, factVersion: 1, forms: null }),
    )
    const at = '2026-01-01T00:00:00.000Z'
    const study = { setId: secret.setId, addedAt: at, newPerDayMax: null, pausedAt: null }
    const told = { factId: 'shipped-2', version: 9, statement: 'Forged.', kind: 'event', slots: null, language: 'en' }
    const row = { documentVersionId: null, sectionId: null, quoteStart: null, quoteEnd: null, quoteExact: null }
    const rest = { rowFront: 'a', rowBack: 'b', attribution: null, confidence: 1, engineVersion: null, createdAt: at }
    let forged = await changed(bytes, 'set-facts.jsonl', (text) => `${text}${stolen.join('\n')}\n`)
    forged = await changed(forged, 'studied-sets.jsonl', (text) => `${text}${JSON.stringify(study)}\n`)
    forged = await changed(
      forged,
      'fact-versions.jsonl',
      (text) => `${text}${JSON.stringify({ ...told, ...row, ...rest })}\n`,
    )
    const other = await newLearner()
    expect(await restored(other, forged)).toMatchObject({ sets: 2, missing: 1 })
    for (const { setId, version } of await packRefs(other))
      expect((await readPack(other, setId, version)).json).not.toContain(secret.factIds[0])
    expect(await db().factVersion.count({ where: { version: 9 } })).toBe(0)
    expect(await db().setItem.count({ where: { position: { gte: 500 } } })).toBe(0)
  })

  it('are refused with a word of where, and leave no trace, when one line of them is wrong', async () => {
    const { viewer } = await studious()
    const bytes = await exported(viewer)
    const other = await newLearner()
    const all = await everything()
    const broken = await changed(bytes, 'set-texts.jsonl', (text) => text.replace('"position":0', '"position":-1'))
    await expect(restored(other, broken)).rejects.toMatchObject({
      code: 'cannot-use',
      message: expect.stringContaining('Line 1 of set-texts.jsonl'),
    })
    const rootless = await changed(bytes, 'fact-versions.jsonl', (text) =>
      text.replace('"quoteStart":0', '"quoteStart":null'),
    )
    await expect(restored(other, rootless)).rejects.toMatchObject({ code: 'cannot-use' })
    expect(await everything()).toEqual(all)
    expect(await db().user.findUnique({ where: { id: other.userId } })).toMatchObject({ logSeq: 0 })
  })

  it('have to fit what one person may keep', async () => {
    const { viewer } = await studious()
    const bytes = await exported(viewer)
    await db().installation.create({
      data: { id: 1, signUp: 'open', domains: [], library: true, documentsMax: 0, megabytesMax: 1 },
    })
    await expect(restored(await newLearner(), bytes)).rejects.toMatchObject({ code: 'no-room' })
    await db().installation.deleteMany()
  })
}

const leaving = () => {
  it('leave a shared set to those who study it, and nothing else, when their owner goes', async () => {
    const [owner, reader] = [await newLearner(), await newLearner()]
    const guest = { ...owner, kind: 'guest' as const }
    const lent = await newSet({ ownerId: owner.userId }, [owner.userId, reader.userId])
    const kept = await newSet({ ownerId: owner.userId, visibility: 'private' }, [owner.userId])
    await publishDraft(draftOf(harbourLines.slice(1)), {
      setId: lent.setId,
      documentId: lent.documentId,
      ownerId: owner.userId,
    })
    await db().securityEvent.create({
      data: { userId: reader.userId, kind: 'suspended', detail: { by: owner.userId } },
    })
    await post(reader, [answer(1, lent.factIds[0] ?? '')])
    const pack = await readPack(reader, lent.setId, 1)
    await deleteAccount(guest, 'delete')

    delete (globalThis as { footnotePacks?: unknown }).footnotePacks
    expect(await readPack(reader, lent.setId, 1)).toEqual(pack)
    await expectPacks(reader, 1)
    expect(await db().questionSet.findMany()).toMatchObject([{ id: lent.setId, visibility: 'public' }])
    expect(await db().document.findMany()).toMatchObject([{ id: lent.documentId, importHash: null }])
    expect(await db().fact.count({ where: { id: { in: kept.factIds } } })).toBe(0)
    expect(await db().securityEvent.findFirst({ where: { userId: reader.userId } })).toMatchObject({
      detail: { by: 'former member' },
    })
    const rows = [await db().user.findMany(), await db().questionSet.findMany(), await db().securityEvent.findMany()]
    expect(JSON.stringify(rows)).not.toContain(owner.userId)
  })
}

export const archiveContract = (ground: Ground) => {
  describe('one’s own data in an archive', () => {
    elsewhere(ground)
    here()
    distrust()
  })
  describe('what somebody made', () => {
    leaving()
  })
}
