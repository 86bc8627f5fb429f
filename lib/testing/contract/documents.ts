import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { db } from '#lib/server/db.ts'
import { publishSet } from '#lib/server/desk/publish.ts'
import { addFact } from '#lib/server/desk/write.ts'
import { importOutcome, importsOf, importText, parseImport, stopImport, TEXT_BYTES_MAX } from '#lib/server/documents.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { sha256 } from '#lib/server/ids.ts'
import { resumeImports } from '#lib/server/imports.ts'
import { readPack } from '#lib/server/packs.ts'
import { seedShipped } from '#lib/server/seed.ts'
import { studyQueue } from '#lib/server/study.ts'
import type { Pack } from '#lib/session/index.ts'
import { newLearner } from '../stage.ts'

// Sentences that stand by themselves, so that the generator has something to ask however strict it becomes.
const TEXT = `Agnes Rennick designed Skerry Lighthouse in 1784. Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.
Skerry Lighthouse burned whale oil until 1837. Parliament passed the Northern Lights Act on 12 March 1786. Marta Quill wrote a
history of Skerry Lighthouse in 1901. Edward Loe founded the Anset Harbour Company in 1744. The Treaty of Anset was signed in 1722.`
const FRENCH = `Le phare de la pointe a été construit par les pêcheurs du village, et il brûle encore chaque nuit pour les bateaux.`
const paste = { text: TEXT, format: 'text' } as const

const rows = async () => ({
  documents: await db().document.count(),
  sets: await db().questionSet.count(),
  facts: await db().fact.count(),
  questions: await db().question.count(),
  enrolments: await db().enrolment.count(),
})
const none = { documents: 0, sets: 0, facts: 0, questions: 0, enrolments: 0 }

const importing = () => {
  it('make a private set that can be studied at once', async () => {
    const viewer = await newLearner()
    const made = await importText(viewer, { ...paste, title: 'Skerry Point' })
    expect(made.version).toBe(1)
    expect(made.facts).toBeGreaterThan(0)
    expect(await packRefs(viewer)).toMatchObject([{ setId: made.setId, version: 1, title: 'Skerry Point' }])
    const pack = JSON.parse((await readPack(viewer, made.setId, 1)).json) as Pack
    expect([pack.facts.length, pack.questions.length]).toEqual([made.facts, made.questions])
    const [document] = pack.documents
    for (const { source } of pack.facts)
      expect(source.kind === 'span' && document?.text.slice(source.start, source.end) === source.exact).toBe(true)
    expect((await studyQueue(viewer, { limit: 5, tzOffsetMin: 0 })).items.length).toBeGreaterThan(0)
    expect(await db().questionSet.findMany()).toMatchObject([{ ownerId: viewer.userId, visibility: 'private' }])
    expect(await db().job.findMany()).toMatchObject([{ state: 'done', progress: 1, ownerId: viewer.userId }])
    expect(await db().sentence.count()).toBeGreaterThan(5)
  })

  it('give the same set for the same text again, and others their own', async () => {
    const [viewer, other] = [await newLearner(), await newLearner()]
    const first = await importText(viewer, paste)
    const before = await rows()
    expect(await importText(viewer, { ...paste, text: `${TEXT.replaceAll('\n', '\r\n')}\n\n` })).toEqual(first)
    expect(await rows()).toEqual(before)
    const theirs = await importText(other, paste)
    expect(theirs.setId).not.toBe(first.setId)
    await expect(readPack(other, first.setId, 1)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('give the same set when the same text comes twice at once', async () => {
    const viewer = await newLearner()
    const [one, two] = await Promise.all([importText(viewer, paste), importText(viewer, paste)])
    expect(two).toEqual(one)
    expect(await rows()).toMatchObject({ documents: 1, sets: 1, enrolments: 1 })
  })

  it.each([
    [
      'nothing to ask about',
      'Well, it was rather nice, and then it was not, and so they all went home again and were glad of it.',
    ],
    ['no text', ' \n '],
    ['no text at all but bytes', '\0\0\u0001PK\u0003\u0004'],
  ])('keep nothing of %s, and say why', async (_what, text) => {
    const viewer = await newLearner()
    await expect(importText(viewer, { text, format: 'text' })).rejects.toMatchObject({
      code: 'cannot-use',
      message: expect.stringMatching(/\w{3}.*\.$/),
    })
    expect(await rows()).toEqual(none)
    expect(await db().job.findMany()).toMatchObject([{ state: 'failed', leaseUntil: null }])
  })

  it('keep a text in a language that nothing can be asked in, for what a person makes of it', async () => {
    const viewer = await newLearner()
    const made = await importText(viewer, { text: FRENCH, format: 'text', title: 'Le phare' })
    expect(made).toMatchObject({ version: 1, facts: 0, questions: 0 })
    const wording = { stem: 'Qui a construit le phare ?', answers: ['les pêcheurs'], wrong: [] }
    const start = FRENCH.indexOf('les pêcheurs')
    const { setId } = made
    await addFact(viewer, { setId, start, end: start + 'les pêcheurs'.length, ...wording })
    const chosen = { setId, title: 'Le phare', onlyAccepted: false, forms: null, excerpts: false } as const
    expect(await publishSet(viewer, { ...chosen, open: 'private' })).toMatchObject({ version: 2, facts: 1 })
    const pack = JSON.parse((await readPack(viewer, setId, 2)).json) as Pack
    expect([pack.language, pack.questions[0]?.stem]).toEqual(['fr', wording.stem])
  })

  it.each([
    ['a text', { kind: 'text', title: 'Skerry', format: 'text' }],
    ['a file', { kind: 'file', name: 'Skerry.txt' }],
  ])('take up %s whose server died, once, whoever looks for it', async (_, input) => {
    const { userId: ownerId } = await newLearner()
    const left = { ownerId, kind: 'import', state: 'running' as const, attempts: 1, input, payload: Buffer.from(TEXT) }
    const { id } = await db().job.create({ data: { ...left, leaseUntil: new Date(Date.now() + 60_000) } })
    expect(await resumeImports()).toBe(0)
    await db().job.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1000) } })
    expect((await Promise.all([resumeImports(), resumeImports()])).sort()).toEqual([0, 1])
    const job = await db().job.findUniqueOrThrow({ where: { id } })
    expect(job).toMatchObject({ state: 'done', attempts: 2, payload: null, output: { version: 1 } })
    const { setId } = job.output as { setId: string }
    expect(await db().setVersion.findFirst({ where: { setId } })).toMatchObject({ title: 'Skerry' })
    expect(await importOutcome({ ...(await newLearner()), userId: ownerId }, id)).toMatchObject({
      ...{ state: 'done', output: { setId, facts: expect.any(Number) } },
    })
    await expect(importOutcome(await newLearner(), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('give up what has brought down a server three times', async () => {
    const viewer = await newLearner()
    const left = {
      ownerId: viewer.userId,
      kind: 'import',
      state: 'running' as const,
      attempts: 3,
      input: { kind: 'text' },
    }
    const lapsed = { ...left, payload: Buffer.from('x'), leaseUntil: new Date(Date.now() - 1000) }
    const { id } = await db().job.create({ data: lapsed })
    expect(await resumeImports()).toBe(0)
    expect(await importsOf(viewer)).toEqual({ imports: [] })
    expect(await importOutcome(viewer, id)).toEqual({ state: 'failed', error: 'interrupted' })
  })

  it('end the record of a job whose server died', async () => {
    const viewer = await newLearner()
    const lapsed = { ownerId: viewer.userId, kind: 'import', state: 'running', attempts: 1 } as const
    await db().job.create({ data: { ...lapsed, leaseUntil: new Date(Date.now() - 1000) } })
    await importText(viewer, paste)
    expect((await db().job.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state).sort()).toEqual([
      'done',
      'failed',
    ])
  })

  it('say how far a long text is, and keep nothing of one that is stopped', async () => {
    const [viewer, other] = [await newLearner(), await newLearner()]
    const long = Array.from({ length: 4_000 }, (_, n) =>
      TEXT.replace(/1\d{3}/g, (year) => String(Number(year) + (n % 90))),
    )
    const work = importText(viewer, { ...paste, text: long.join('\n\n') })
    const outcome = expect(work).rejects.toMatchObject({ code: 'conflict' })
    const shown = async () => (await importsOf(viewer)).imports[0]
    await expect.poll(async () => (await shown())?.share ?? 0, { timeout: 60_000, interval: 100 }).toBeGreaterThan(0)
    const id = (await shown())?.id ?? ''
    expect(await importsOf(other)).toEqual({ imports: [] })
    await expect(stopImport(other, id)).rejects.toMatchObject({ code: 'not-found' })
    await stopImport(viewer, id)
    await outcome
    await expect(stopImport(viewer, id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await rows()).toEqual(none)
    expect(await db().job.findMany()).toMatchObject([{ state: 'failed', error: 'cancelled', leaseUntil: null }])
    expect((await importText(viewer, paste)).facts).toBeGreaterThan(0)
  }, 120_000)

  it.each([[{}], [{ text: 5 }], [{ text: 'a', format: 'pdf' }], [{ text: 'a', title: 7 }], [null]])(
    'refuse the request %j',
    (value) => {
      expect(() => parseImport(value)).toThrow()
    },
  )

  it('take a long title cut where a character ends', async () => {
    const title = `${'x'.repeat(199)}😀😀`
    const parsed = parseImport({ ...paste, title })
    expect(parsed.title).toBe(`${'x'.repeat(199)}😀`)
    await importText(await newLearner(), parsed)
    expect(await db().setVersion.findMany({ select: { title: true } })).toEqual([{ title: `${'x'.repeat(199)} …` }])
  })

  it('refuse more than five megabytes, counted as bytes', () => {
    expect(() => parseImport({ text: 'é'.repeat(TEXT_BYTES_MAX / 2 + 1) })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    )
    expect(parseImport({ text: 'é'.repeat(TEXT_BYTES_MAX / 2), title: ' A ' })).toMatchObject({
      title: 'A',
      format: 'text',
    })
  })
}

const shipping = () => {
  const inFolder = async (work: (folder: string, write: (markdown: string) => void) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-content-'))
    const write = (markdown: string) => {
      mkdirSync(join(folder, 'skerry'), { recursive: true })
      writeFileSync(
        join(folder, 'skerry', 'document.md'),
        `---\ntitle: Skerry Point\nsource: "Our own"\n---\n\n${markdown}\n`,
      )
    }
    await work(folder, write).finally(() => rmSync(folder, { recursive: true, force: true }))
  }

  it('are published once, under the same ids everywhere, owned by nobody', () =>
    inFolder(async (folder, write) => {
      write(TEXT)
      const [seeded] = await seedShipped(folder)
      expect(seeded?.published).toMatchObject({ version: 1 })
      expect(await seedShipped(folder)).toEqual([{ slug: 'skerry', published: null }])
      const set = await db().questionSet.findUniqueOrThrow({ where: { slug: 'skerry' } })
      expect(set).toMatchObject({ ownerId: null, visibility: 'public' })
      expect(set.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/)
      expect(await db().documentVersion.findMany()).toMatchObject([{ title: 'Skerry Point', source: 'Our own' }])
    }))

  it('get a new version when their text changes, in which a fact that stayed keeps its id', () =>
    inFolder(async (folder, write) => {
      write(TEXT)
      await seedShipped(folder)
      const viewer = await newLearner()
      const { id: setId } = await db().questionSet.findUniqueOrThrow({ where: { slug: 'skerry' } })
      const packAt = async (version: number) => JSON.parse((await readPack(viewer, setId, version)).json) as Pack
      const before = await packAt(1)
      write(`Robert Sill built Anset Chapel in 1650. ${TEXT.replace('1837', '1838')}`)
      const both = await Promise.all([seedShipped(folder), seedShipped(folder)])
      expect(both.flat().filter(({ published }) => published)).toHaveLength(1)
      const after = await packAt(2)
      const lasting = after.facts.filter(({ statement }) => before.facts.some((fact) => fact.statement === statement))
      expect(lasting.length).toBeGreaterThan(0)
      for (const { id, statement, version } of lasting)
        expect(before.facts.find((fact) => fact.id === id)).toMatchObject({ statement, version: version - 1 })
      delete (globalThis as { footnotePacks?: unknown }).footnotePacks
      expect(await packAt(1)).toEqual(before)
    }))

  it('keep what a person wrote of a fact or a question when they are generated anew', () =>
    inFolder(async (folder, write) => {
      write(TEXT)
      await seedShipped(folder)
      const fact = await db().factVersion.findFirstOrThrow({ where: { statement: { contains: '1837' } } })
      const { slots: _, ...worded } = fact
      const statement = 'Until 1837 the lamp of Skerry Lighthouse burned whale oil.'
      await db().factVersion.create({ data: { ...worded, version: 2, statement, engineVersion: null } })
      const link = await db().questionFact.findFirstOrThrow({ where: { factId: fact.factId, position: 0 } })
      const { questionId } = link
      const asked = await db().questionVersion.findFirstOrThrow({ where: { questionId } })
      const { key, accepted, lints, options: _options, left: _left, ...rest } = asked
      const json = { key: key as string, accepted: accepted as string[], lints: lints as string[] }
      const stem = 'Until when was whale oil burned there? Name the year.'
      await db().questionVersion.create({ data: { ...rest, ...json, version: 2, stem, engineVersion: null } })
      await db().questionFact.create({ data: { ...link, questionVersion: 2, factVersion: 2 } })
      write(`Robert Sill built Anset Chapel in 1650. ${TEXT}`)
      await seedShipped(folder)
      const { id: setId } = await db().questionSet.findUniqueOrThrow({ where: { slug: 'skerry' } })
      const built = await readPack(await newLearner(), setId, 2)
      const pack = JSON.parse(built.json) as Pack
      expect(sha256(built.json)).toBe(built.hash)
      expect(pack.facts.filter(({ id }) => id === fact.factId)).toMatchObject([{ statement, version: 3 }])
      expect(pack.questions.filter(({ id }) => id === questionId)).toMatchObject([{ stem, version: 3 }])
      const versions = await db().factVersion.findMany({ where: { factId: fact.factId }, orderBy: { version: 'asc' } })
      expect(versions.map(({ engineVersion }) => engineVersion === null)).toEqual([false, true, true])
      // Its words stay; it asks the fact at its new place.
      const wordings = await db().questionVersion.findMany({ where: { questionId }, orderBy: { version: 'asc' } })
      expect(wordings.map((one) => [one.stem === stem, one.engineVersion === null]).slice(1)).toEqual([
        [true, true],
        [true, true],
      ])
    }))
}

export const documentContract = () => {
  describe('texts that are pasted', () => {
    importing()
  })
  describe('documents that are shipped', () => {
    shipping()
  })
}
