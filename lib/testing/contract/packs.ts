import { describe, expect, it } from 'vitest'
import { db } from '#lib/server/db.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { sha256 } from '#lib/server/ids.ts'
import { readPack } from '#lib/server/packs.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import type { Pack } from '#lib/session/index.ts'
import { draftOf, harbourLines, type Line, manyLines, newSet, publishDraft } from '../drafts.ts'
import { newLearner } from '../stage.ts'

const packFor = async (viewer: Viewer, setId: string, version: number): Promise<Pack> =>
  JSON.parse((await readPack(viewer, setId, version)).json)

const [first, second, third, ...others] = harbourLines as [Line, Line, Line, ...Line[]]
/** One line put before, one reworded in its statement, one gone. */
const secondEdition = [
  { text: 'Anset lies on the Loe.', answer: 'Loe' },
  first,
  { ...second, answer: 'Quill' },
  ...others,
]

export const packContract = () =>
  describe('packs', () => {
    it('hold all that a phone needs, with every quote where it says', async () => {
      const viewer = await newLearner()
      const { setId, factIds } = await newSet({}, [viewer.userId])
      const pack = await packFor(viewer, setId, 1)
      expect(pack).toMatchObject({ setId, version: 1, language: 'en', aliases: [['Anset', 'Port Anset']] })
      expect(pack.facts.map(({ id, number, directions }) => [id, number, directions])).toEqual(
        factIds.map((id, index) => [id, index + 1, ['forward']]),
      )
      const [document] = pack.documents
      for (const { source, sectionId } of pack.facts) {
        if (source.kind !== 'span') throw new Error('prose has spans')
        expect(source.documentId).toBe(document?.id)
        expect(document?.text.slice(source.start, source.end)).toBe(source.exact)
        const section = document?.sections.find(({ id }) => id === sectionId)
        expect(section && section.start <= source.start && source.start < section.end).toBe(true)
      }
      expect(pack.questions).toHaveLength(harbourLines.length)
      expect(pack.questions.every(({ factIds: asked }) => asked.every((id) => factIds.includes(id)))).toBe(true)
    })

    it('hold more questions than a statement bears parameters, also when published anew', async () => {
      const viewer = await newLearner()
      const lines = manyLines(1_200)
      const set = await newSet({}, [viewer.userId], draftOf(lines))
      expect((await packFor(viewer, set.setId, 1)).questions).toHaveLength(lines.length)
      const next = await publishDraft(draftOf(lines.slice(1)), { ...set, ownerId: null })
      const pack = await packFor(viewer, set.setId, next.version)
      expect(pack.questions.map(({ factIds }) => factIds)).toEqual(set.factIds.slice(1).map((id) => [id]))
    })

    it('carry the hash that the learner was told', async () => {
      const viewer = await newLearner()
      const { setId } = await newSet({}, [viewer.userId])
      const [ref] = await packRefs(viewer)
      const { json, hash } = await readPack(viewer, setId, 1)
      expect([sha256(json), hash]).toEqual([ref?.hash, ref?.hash])
    })

    it('stay as they were when the set is published anew, and facts keep their ids', async () => {
      const viewer = await newLearner()
      const set = await newSet({}, [viewer.userId])
      const before = await packFor(viewer, set.setId, 1)
      const next = await publishDraft(draftOf(secondEdition), { ...set, ownerId: null })
      expect(next.version).toBe(2)
      delete (globalThis as { footnotePacks?: unknown }).footnotePacks
      expect(await packFor(viewer, set.setId, 1)).toEqual(before)
      const after = await packFor(viewer, set.setId, 2)
      const idOf = (pack: Pack, { text }: Line) => pack.facts.find(({ statement }) => statement === text)?.id
      for (const line of [first, second, ...others]) expect(idOf(after, line)).toBe(idOf(before, line))
      expect(idOf(after, third)).toBeUndefined()
      expect(before.facts.map(({ id }) => id)).not.toContain(after.facts[0]?.id)
      expect(after.facts.map(({ version }) => version)).toEqual([1, 2, 2, 2, 2, 2])
      expect((await packRefs(viewer)).map(({ version }) => version)).toEqual([2])
    })

    it('refer to the same rows where nothing changed', async () => {
      const set = await newSet({})
      const counts = async () => [
        await db().documentVersion.count(),
        await db().factVersion.count(),
        await db().questionVersion.count(),
        await db().setVersion.count(),
      ]
      await publishDraft(draftOf(harbourLines, { engineVersion: 'another' }), { ...set, ownerId: null })
      expect(await counts()).toEqual([1, 6, 6, 2])
      await publishDraft(draftOf([{ ...first, answer: 'Anset' }, second, third, ...others]), { ...set, ownerId: null })
      expect(await counts()).toEqual([1, 6, 7, 3])
    })

    it('are absent for those who may not see the set', async () => {
      const [owner, enrolled, other] = [await newLearner(), await newLearner(), await newLearner()]
      const { setId } = await newSet({ ownerId: owner.userId, visibility: 'private' }, [enrolled.userId])
      expect((await packFor(owner, setId, 1)).setId).toBe(setId)
      expect((await packFor(enrolled, setId, 1)).setId).toBe(setId)
      await expect(readPack(other, setId, 1)).rejects.toMatchObject({ code: 'not-found' })
      await expect(readPack(owner, setId, 2)).rejects.toMatchObject({ code: 'not-found' })
      const open = await newSet({ visibility: 'public' })
      expect((await packFor(other, open.setId, 1)).setId).toBe(open.setId)
    })

    it('cite a span or a row, and never both or neither', async () => {
      const { factIds } = await newSet({})
      const row = { factId: factIds[0] ?? '', statement: 'a', kind: 'term', language: 'en' }
      const write = (version: number, source: object) =>
        db().factVersion.create({ data: { ...row, version, ...source } })
      await write(7, { rowFront: 'pier', rowBack: 'jetty' })
      const edition = await db().documentVersion.findFirstOrThrow()
      const quote = { documentVersionId: edition.id, quoteStart: 0, quoteEnd: 3, quoteExact: 'The' }
      await write(8, quote)
      await expect(write(9, {})).rejects.toThrow()
      await expect(write(9, { ...quote, rowFront: 'pier', rowBack: 'jetty' })).rejects.toThrow()
      await expect(write(9, { quoteStart: 0, quoteEnd: 3, quoteExact: 'The' })).rejects.toThrow()
    })
  })
