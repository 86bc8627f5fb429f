import { describe, expect, it } from 'vitest'
import { db } from '#lib/server/db.ts'
import { listOf, saveList } from '#lib/server/desk/lists.ts'
import { desksOf } from '#lib/server/desk/read.ts'
import { takeUp } from '#lib/server/desk/share.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { readMedia, saveMedia } from '#lib/server/media.ts'
import { readPack } from '#lib/server/packs.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import type { Pack } from '#lib/session/index.ts'
import { newLearner } from '../stage.ts'

const row = (front: string, back: string, factId: string | null = null) => ({ factId, front, back })
/** The smallest there are. */
const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const WAV = Buffer.from('UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=', 'base64')
const list = {
  ...{ setId: null, version: 0, title: 'Harbour words', language: 'en', open: 'private' as const },
  directions: ['forward', 'backward'] as ('forward' | 'backward')[],
  rows: [row('pier', 'molo'), row('  quay ', 'nabrzeże'), row('', '')],
}
const packOf = async (viewer: Viewer, setId: string, version: number) => {
  const { json, hash } = await readPack(viewer, setId, version)
  expect((await packRefs(viewer)).find((ref) => ref.setId === setId)).toMatchObject({ version, hash })
  return JSON.parse(json) as Pack
}

const lists = () => {
  it('becomes a set whose pairs are asked both ways', async () => {
    const viewer = await newLearner()
    const { setId, version, facts } = await saveList(viewer, list)
    expect([version, facts]).toEqual([1, 2])
    const pack = await packOf(viewer, setId, 1)
    expect(pack.facts).toMatchObject([
      { source: { kind: 'row', front: 'pier', back: 'molo' }, directions: ['forward', 'backward'] },
      { source: { front: 'quay' }, statement: 'quay – nabrzeże' },
    ])
    expect(await desksOf(viewer)).toMatchObject([{ setId, isList: true, facts: 2, shared: 'private' }])
  })

  it('keeps the fact of a pair that stayed or was worded anew, and lets one go that was taken out', async () => {
    const viewer = await newLearner()
    const { setId } = await saveList(viewer, list)
    const before = await listOf(viewer, setId)
    const [pier, quay] = before.rows
    const rows = [row('lock', 'śluza'), row('pier', 'pomost', pier?.factId), row('sluice', 'śluza', 'no-such-fact')]
    const input = { ...list, setId, version: 1, directions: ['forward' as const], rows }
    expect(await saveList(viewer, input)).toMatchObject({ version: 2, facts: 3 })
    const { facts } = await packOf(viewer, setId, 2)
    expect(facts[1]).toMatchObject({ id: pier?.factId, version: 2, directions: ['forward'] })
    expect(facts.map(({ id }) => id)).not.toContain(quay?.factId)
    expect((await oldPackOf(viewer, setId)).facts).toHaveLength(2)
    await expect(saveList(viewer, input)).rejects.toMatchObject({ code: 'conflict' })
  })
  // What was published stays readable: an answer that is under way belongs to it.
  const oldPackOf = async (viewer: Viewer, setId: string) => JSON.parse((await readPack(viewer, setId, 1)).json) as Pack

  it.each([
    ['title', { title: ' ' }],
    ['rows', { rows: [row('pier', '')] }],
    ['rows', { rows: [] }],
    ['rows', { rows: [row('x'.repeat(501), 'y')] }],
  ])('is refused for its %s', async (field, change) => {
    await expect(saveList(await newLearner(), { ...list, ...change })).rejects.toMatchObject({
      ...{ code: 'cannot-use', details: { fields: { [field]: expect.any(String) } } },
    })
  })

  it('shows a picture and says a word beside the front, for which each change is a new version of the pair', async () => {
    const viewer = await newLearner()
    const [picture, sound] = [await saveMedia(viewer, GIF), await saveMedia(viewer, WAV)]
    expect([picture.kind, sound.kind]).toEqual(['image', 'sound'])
    expect(await saveMedia(viewer, GIF)).toEqual(picture)
    const rows = [{ ...row('pier', 'molo'), image: picture.id, sound: sound.id }, row('quay', 'nabrzeże')]
    const { setId } = await saveList(viewer, { ...list, rows })
    const { facts } = await packOf(viewer, setId, 1)
    expect(facts.map(({ source }) => source)).toEqual([
      { kind: 'row', front: 'pier', back: 'molo', image: picture.id, sound: sound.id },
      { kind: 'row', front: 'quay', back: 'nabrzeże' },
    ])
    expect(await readMedia(await newLearner(), sound.id)).toEqual({ type: 'audio/wav', bytes: WAV })
    const { rows: known } = await listOf(viewer, setId)
    const next = known.map(({ sound: _, ...rest }) => rest)
    await saveList(viewer, { ...list, setId, version: 1, rows: next })
    expect((await packOf(viewer, setId, 2)).facts.map(({ version }) => version)).toEqual([2, 1])
    const others = { ...list, rows: [{ ...row('pier', 'molo'), image: picture.id }] }
    await expect(saveList(await newLearner(), others)).rejects.toMatchObject({ code: 'cannot-use' })
  })

  it.each([
    ['nothing', ''],
    ['words', 'a pier by the sea'],
    ['a drawing that may carry a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
  ])('takes %s for no picture and no sound', async (_, bytes) => {
    const viewer = await newLearner()
    await expect(saveMedia(viewer, Buffer.from(bytes))).rejects.toMatchObject({ code: 'cannot-use' })
    expect(await db().media.count({ where: { ownerId: viewer.userId } })).toBe(0)
  })

  it('says what counts in what is typed, and how it looks', async () => {
    const viewer = await newLearner()
    const look = { counts: ['articles' as const], colour: 'moss' as const }
    const { setId } = await saveList(viewer, { ...list, ...look })
    expect(await packOf(viewer, setId, 1)).toMatchObject(look)
    expect((await listOf(viewer, setId)).look).toEqual({ ...look, order: 'text' })
  })

  it('is open to whoever has its link, and to nobody else', async () => {
    const [viewer, other] = [await newLearner(), await newLearner()]
    const { setId, shareKey } = await saveList(viewer, { ...list, open: 'link' })
    await expect(listOf(other, setId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(readPack(other, setId, 1)).rejects.toMatchObject({ code: 'not-found' })
    await takeUp(other, shareKey ?? '')
    expect((await packOf(other, setId, 1)).title).toBe('Harbour words')
    await expect(saveList(other, { ...list, setId, version: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })
}

export const listContract = () => {
  describe('a list of pairs', () => lists())
}
