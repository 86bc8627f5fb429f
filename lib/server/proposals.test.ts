import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Generated, generate } from '#lib/questions/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { type Behaviour, modelServer, proposing, saying } from '#lib/testing/model-server.ts'
import { newLearner, openStage, sqliteGround } from '#lib/testing/stage.ts'
import { db } from './db.ts'
import { importText } from './documents.ts'
import { readPack } from './packs.ts'

const TEXT = `Agnes Rennick designed Skerry Lighthouse in 1784. Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.
Skerry Lighthouse burned whale oil until 1837. Parliament passed the Northern Lights Act on 12 March 1786. Marta Quill wrote a
history of Skerry Lighthouse in 1901. Edward Loe founded the Anset Harbour Company in 1744. A clockwork of brass drove the lens
of Skerry Lighthouse, and keepers wound it every three hours.`
const paste = { text: TEXT, format: 'text' } as const
const QUESTION = 'Of which metal was the clockwork that drove the lens of Skerry Lighthouse made?'
const QUOTE = 'A clockwork of brass drove the lens of Skerry Lighthouse, and keepers wound it every three hours.'
const GOOD = proposing({ facts: [{ quote: QUOTE, question: QUESTION, answer: 'brass' }] }, { [QUESTION]: 'brass' })

// Each reads a text in a thread twice, and a thread begins by compiling the generator.
vi.setConfig({ testTimeout: 120_000 })

let close: () => Promise<void>
const closing: (() => Promise<void>)[] = []
beforeEach(async () => {
  close = await openStage(sqliteGround())
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  for (const end of closing.splice(0)) await end()
  await close()
})

const withModel = async (behaviour: Behaviour) => {
  const server = await modelServer(behaviour)
  closing.push(server.close)
  vi.stubEnv('FOOTNOTE_LLM_URL', server.url)
  vi.stubEnv('FOOTNOTE_LLM_MODEL', 'small')
  return server
}
const jobs = () => db().job.findMany({ orderBy: { createdAt: 'asc' } })
const settled = () =>
  vi.waitFor(
    async () => {
      const job = (await jobs()).find(({ kind }) => kind === 'propose')
      expect(job?.state).toMatch(/done|failed/)
      return job
    },
    { timeout: 100_000, interval: 100 },
  )
const packOf = async (viewer: Parameters<typeof readPack>[0], setId: string) =>
  JSON.parse((await readPack(viewer, setId, 1)).json) as Pack
const stemsOf = ({ questions }: Pick<Pack, 'questions'> | Pick<Generated, 'questions'>) =>
  questions.map(({ form, stem }) => `${form} ${stem}`)

const generated = () => {
  const made = generate(paste)
  if (!made.ok) throw new Error('The text cannot be read')
  return made.value
}
/** What a learner is shown of the text where nobody proposes anything. */
const floor = () => stemsOf({ questions: generated().questions.filter(({ tier }) => tier === 'A') })

describe('an imported text', () => {
  it('has its own questions at once, and what the model proposes waits for review', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await withModel(async (asked, response) => {
      await held
      await GOOD(asked, response)
    })
    const viewer = await newLearner()
    const { setId } = await importText(viewer, paste)
    expect(stemsOf(await packOf(viewer, setId))).toEqual(floor())
    release()
    expect(await settled()).toMatchObject({ state: 'done', progress: 1, ownerId: viewer.userId })
    const waiting = await db().questionVersion.findMany({ where: { sets: { none: {} } }, include: { facts: true } })
    expect(waiting.map(({ form, tier, version, engineVersion }) => [form, tier, version, engineVersion])).toEqual([
      ['typed', 'B', 1, expect.stringMatching(/^[0-9a-f]{12}\+small$/)],
    ])
    const factId = waiting[0]?.facts[0]?.factId
    expect(await db().factVersion.findMany({ where: { factId: factId ?? '' } })).toMatchObject([
      { version: 1, quoteExact: expect.stringMatching(/^A clockwork/) },
    ])
    delete (globalThis as { footnotePacks?: unknown }).footnotePacks
    expect(stemsOf(await packOf(viewer, setId))).toEqual(floor())
    expect(await db().setVersion.count({ where: { setId } })).toBe(1)
  })

  it.each<[string, Behaviour, object]>([
    [
      'fails',
      (_asked, response) => void response.writeHead(401).end(),
      { state: 'failed', error: 'The model server answered with status 401' },
    ],
    [
      'says nonsense',
      (_asked, response) => saying(response, 'no JSON'),
      { state: 'done', output: { questions: 0, refused: { 'not-json': 1 } } },
    ],
  ])('stands where the model %s', async (_what, behaviour, noted) => {
    await withModel(behaviour)
    const viewer = await newLearner()
    const { setId } = await importText(viewer, paste)
    expect(await settled()).toMatchObject(noted)
    expect(stemsOf(await packOf(viewer, setId))).toEqual(floor())
    expect((await jobs()).find(({ kind }) => kind === 'import')).toMatchObject({ state: 'done' })
    expect(await db().questionVersion.count({ where: { sets: { none: {} } } })).toBe(0)
  })

  it('stands where the model is set by half, and the log says so', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.stubEnv('FOOTNOTE_LLM_URL', 'http://127.0.0.1:9/v1')
    await importText(await newLearner(), paste)
    await vi.waitFor(() =>
      expect(logged).toHaveBeenCalledWith(
        expect.any(String),
        expect.objectContaining({ message: expect.stringContaining('FOOTNOTE_LLM_MODEL') }),
      ),
    )
    expect(await jobs()).toMatchObject([{ kind: 'import', state: 'done' }])
  })
})

describe('what a person did meanwhile', () => {
  it('is kept: a fact that they rewrote gets nothing that was proposed for the wording before', async () => {
    const asks = generated().facts.findIndex(({ statement }) => statement.includes('burned whale oil'))
    const reworded = 'Which year was the last in which Skerry Lighthouse burned whale oil?'
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const behaviour = proposing({ rewrites: [{ fact: asks + 1, question: reworded }] }, { [reworded]: '1837' })
    await withModel(async (asked, response) => {
      await held
      await behaviour(asked, response)
    })
    await importText(await newLearner(), paste)
    const old = await db().factVersion.findFirstOrThrow({ where: { statement: { contains: 'burned whale oil' } } })
    const { slots: _slots, ...rest } = old
    await db().factVersion.create({
      data: { ...rest, version: 2, statement: 'It burned oil until 1838.', engineVersion: null },
    })
    release()
    expect(await settled()).toMatchObject({ state: 'done', output: { questions: 0, refused: {} } })
    expect(await db().factVersion.count({ where: { factId: old.factId } })).toBe(2)
    expect(await db().questionVersion.count({ where: { stem: reworded } })).toBe(0)
  })

  it('is not undone: a document that they deleted stays deleted', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await withModel(async (asked, response) => {
      await held
      await GOOD(asked, response)
    })
    await importText(await newLearner(), paste)
    await db().document.deleteMany()
    const before = await db().fact.count()
    release()
    expect(await settled()).toMatchObject({ state: 'done', output: { questions: 0 } })
    expect(await db().fact.count()).toBe(before)
  })
})
