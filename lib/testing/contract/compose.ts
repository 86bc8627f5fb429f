import { describe, expect, it } from 'vitest'
import { db } from '#lib/server/db.ts'
import { copyShared, saveComposed } from '#lib/server/desk/compose.ts'
import { composerOf } from '#lib/server/desk/composer.ts'
import { rewordCopied, wordCopied } from '#lib/server/desk/copied.ts'
import { judge } from '#lib/server/desk/judge.ts'
import { listOf, saveList } from '#lib/server/desk/lists.ts'
import { publishSet } from '#lib/server/desk/publish.ts'
import { deskOf, desksOf } from '#lib/server/desk/read.ts'
import { takeUp } from '#lib/server/desk/share.ts'
import { tagFacts, taggedFacts } from '#lib/server/desk/tags.ts'
import { importText } from '#lib/server/documents.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { removePerson } from '#lib/server/former-member.ts'
import { readPack } from '#lib/server/packs.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import type { Pack } from '#lib/session/index.ts'
import { newLearner } from '../stage.ts'

const LIGHT = `# Building

Agnes Rennick designed Skerry Lighthouse in 1784. Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.

# Later

Skerry Lighthouse burned whale oil until 1837. Marta Quill wrote a history of Skerry Lighthouse in 1901.
`
const HARBOUR = `Edward Loe founded the Anset Harbour Company in 1744. The Treaty of Anset was signed in 1722. Parliament passed the Northern
Lights Act on 12 March 1786. Anna Brandt opened the Anset Museum in 1923. The Anset Bridge opened on 4 May 1931.`

const newest = async (viewer: Viewer, setId: string): Promise<Pack> => {
  const ref = (await packRefs(viewer)).find((one) => one.setId === setId)
  if (!ref) throw new Error('the set is studied')
  const { json, hash } = await readPack(viewer, setId, ref.version)
  expect(hash).toBe(ref.hash)
  const pack = JSON.parse(json) as Pack
  for (const { source } of pack.facts) {
    if (source.kind !== 'span') continue
    const document = pack.documents.find(({ id }) => id === source.documentId)
    expect(document?.text.slice(source.start, source.end)).toBe(source.exact)
  }
  return pack
}
const list = {
  ...{ setId: null, version: 0, title: 'Words', language: 'en', open: 'private' as const },
  directions: ['forward' as const],
  rows: [{ factId: null, front: 'pier', back: 'molo' }],
}
const stocked = async () => {
  const viewer = await newLearner()
  const light = await importText(viewer, { text: LIGHT, format: 'markdown', title: 'Light' })
  const harbour = await importText(viewer, { text: HARBOUR, format: 'text', title: 'Harbour' })
  const words = await saveList(viewer, list)
  return { viewer, light: light.setId, harbour: harbour.setId, words: words.setId }
}
const blank = {
  ...{ setId: null, version: 0, title: 'Coast', parts: [], tags: [], leftOut: [], takeOver: [], forms: null },
  ...{ excerpts: false, open: 'private' as const },
}
const all = (setId: string) => ({ setId, sections: null })
const saysOf = ({ facts }: Pack) => facts.map(({ statement }) => statement)

const composing = () => {
  it('takes sections of texts and a list into one set, in the order of its parts', async () => {
    const { viewer, light, harbour, words } = await stocked()
    const parts = [all(words), { setId: light, sections: ['Later'] }, all(harbour)]
    const look = { colour: 'sea' as const, order: 'mixed' as const, counts: ['accents' as const] }
    const made = await saveComposed(viewer, { ...blank, parts, ...look })
    const pack = await newest(viewer, made.setId)
    expect(pack).toMatchObject({ title: 'Coast', version: 1, ...look })
    expect(pack.documents.map(({ title }) => title)).toEqual(['Light', 'Harbour'])
    const says = saysOf(pack).join('\n')
    expect(says).toMatch(/^pier – molo\n/)
    expect(says).toContain('Marta Quill')
    expect(says).not.toContain('Agnes Rennick')
    expect(pack.facts[0]?.directions).toEqual(['forward'])
    const ids = new Set(pack.facts.map(({ id }) => id))
    expect(pack.questions.every(({ factIds }) => factIds.every((id) => ids.has(id)))).toBe(true)
    expect(made).toMatchObject({ facts: pack.facts.length, questions: pack.questions.length, shareKey: null })
    // The very facts of the texts: what is known of them is known here.
    const { facts } = await deskOf(viewer, harbour)
    expect(facts.filter(({ id }) => ids.has(id)).length).toBeGreaterThan(0)
    expect((await desksOf(viewer)).find(({ setId }) => setId === made.setId)).toMatchObject({
      ...{ isComposed: true, isList: false, facts: made.facts },
    })
    await expect(listOf(viewer, made.setId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes in what bears a tag, and leaves out what it is told to', async () => {
    const { viewer, harbour, words } = await stocked()
    const [one, two] = (await newest(viewer, harbour)).facts
    if (!one || !two) throw new Error('there are facts')
    const tag = { factIds: [one.id, two.id], tag: 'exam', on: true }
    expect(await tagFacts(viewer, tag)).toEqual({ changed: [one.id, two.id] })
    expect(await tagFacts(viewer, tag)).toEqual({ changed: [] })
    expect(await taggedFacts(viewer)).toEqual({ [one.id]: ['exam'], [two.id]: ['exam'] })
    expect(await taggedFacts(await newLearner())).toEqual({})
    const other = await newLearner()
    await expect(tagFacts(other, tag)).rejects.toMatchObject({ code: 'not-found' })
    await db().enrolment.create({ data: { userId: other.userId, setId: harbour, addedAt: new Date() } })
    expect(await tagFacts(other, { ...tag, tag: 'mine' })).toEqual({ changed: [one.id, two.id] })
    expect(await taggedFacts(other)).toEqual({ [one.id]: ['mine'], [two.id]: ['mine'] })
    expect(await tagFacts(other, { ...tag, tag: 'exam', on: false })).toEqual({ changed: [] })
    const made = await saveComposed(viewer, { ...blank, tags: ['exam'] })
    expect((await newest(viewer, made.setId)).facts.map(({ id }) => id)).toEqual([one.id, two.id])
    const next = { ...blank, setId: made.setId, version: 1, parts: [all(words)], tags: ['exam'], leftOut: [two.id] }
    expect(await saveComposed(viewer, next)).toMatchObject({ version: 2, facts: 2 })
    expect((await newest(viewer, made.setId)).facts.map(({ id }) => id)).not.toContain(two.id)
    await expect(saveComposed(viewer, next)).rejects.toMatchObject({ code: 'conflict' })
    const same = { ...next, version: 2 }
    expect(await saveComposed(viewer, same)).toMatchObject({ version: 2, changed: false })
    const { recipe, tags, ingredients, facts } = await composerOf(viewer, made.setId)
    expect(recipe).toMatchObject({ tags: ['exam'], leftOut: [two.id], parts: [{ setId: words, version: 1 }] })
    expect(tags).toEqual([{ tag: 'exam', facts: 2 }])
    expect(ingredients.find(({ setId }) => setId === words)).toMatchObject({ taken: 1, facts: 1 })
    expect(facts.find(({ id }) => id === two.id)?.questions.length).toBeGreaterThan(0)
  })

  it('is refused what is not there to be studied, itself, and nothing', async () => {
    const { viewer, harbour } = await stocked()
    const other = await newLearner()
    await expect(saveComposed(other, { ...blank, parts: [all(harbour)] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(saveComposed(viewer, blank)).rejects.toMatchObject({ code: 'cannot-use' })
    await expect(saveComposed(viewer, { ...blank, title: ' ', parts: [all(harbour)] })).rejects.toMatchObject({
      ...{ code: 'cannot-use', details: { fields: { title: expect.any(String) } } },
    })
    const { setId } = await saveComposed(viewer, { ...blank, parts: [all(harbour)] })
    const itself = { ...blank, setId, version: 1, parts: [all(setId)] }
    await expect(saveComposed(viewer, itself)).rejects.toMatchObject({ code: 'cannot-use' })
    await expect(saveComposed(other, { ...itself, parts: [all(harbour)] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(composerOf(other, setId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await db().questionSet.count({ where: { ownerId: other.userId } })).toBe(0)
  })
}

const lent = async () => {
  const { viewer: owner, harbour } = await stocked()
  const choice = { setId: harbour, title: 'Harbour', onlyAccepted: false, forms: null, excerpts: false }
  const { shareKey } = await publishSet(owner, { ...choice, open: 'link' })
  const viewer = await newLearner()
  const { setId } = await copyShared(viewer, shareKey ?? '')
  const save = async (change: object = {}) => {
    const { recipe, title } = await composerOf(viewer, setId)
    if (!recipe) throw new Error('it is put together')
    const { parts, tags, leftOut, version } = recipe
    return saveComposed(viewer, {
      ...{ ...blank, setId, version, title, tags: [...tags], leftOut: [...leftOut] },
      parts: parts.map((part) => ({ setId: part.setId, sections: null })),
      ...change,
    })
  }
  return { owner, viewer, setId, original: harbour, shareKey: shareKey ?? '', choice, save }
}

const copying = () => {
  it('makes a shared set one’s own: the same facts, private, once', async () => {
    const { owner, viewer, setId, original, shareKey } = await lent()
    const [mine, theirs] = [await newest(viewer, setId), await newest(owner, original)]
    expect(mine.facts.map(({ id }) => id)).toEqual(theirs.facts.map(({ id }) => id))
    expect(mine.questions.map(({ id }) => id).sort()).toEqual(theirs.questions.map(({ id }) => id).sort())
    expect(mine.documents).toEqual(theirs.documents)
    expect(await copyShared(viewer, shareKey)).toEqual({ setId })
    const some = { ...blank, parts: [{ setId: original, sections: [''] }] }
    const other = await newLearner()
    await takeUp(other, shareKey)
    const part = await saveComposed(other, some)
    expect((await copyShared(other, shareKey)).setId).not.toBe(part.setId)
    await expect(copyShared(viewer, 'no-such-key')).rejects.toMatchObject({ code: 'not-found' })
    expect(await db().questionSet.findUnique({ where: { id: setId } })).toMatchObject({
      ...{ ownerId: viewer.userId, visibility: 'private', shareKey: null },
    })
  })

  it('stays as it was when the original changes, until the changes are taken over', async () => {
    const { owner, viewer, setId, original, choice, save } = await lent()
    const [gone] = (await newest(owner, original)).facts
    await judge(owner, { setId: original, judgements: [{ factId: gone?.id ?? '', verdict: 'rejected', reason: null }] })
    await publishSet(owner, { ...choice, open: 'link' })
    const has = async () => (await newest(viewer, setId)).facts.some(({ id }) => id === gone?.id)
    const part = async () => (await composerOf(viewer, setId)).ingredients.find((one) => one.setId === original)
    expect(await part()).toMatchObject({ taken: 2, version: 3 })
    expect(await save({ title: 'My harbour' })).toMatchObject({ version: 2 })
    expect(await has()).toBe(true)
    expect(await save({ takeOver: [original] })).toMatchObject({ version: 3 })
    expect(await has()).toBe(false)
    expect(await part()).toMatchObject({ taken: 3, version: 3 })
  })

  it('asks in its owner’s words what they worded anew, of the same fact, and leaves the original as it is', async () => {
    const { owner, viewer, setId, original, save } = await lent()
    const theirs = await newest(owner, original)
    const [question] = theirs.questions.filter(({ form, factIds }) => form === 'cloze' && factIds.length === 1)
    if (!question) throw new Error('there is a gap')
    const wording = { stem: 'Which one was it?', answers: [String(question.key)], wrong: [] }
    await wordCopied(viewer, { setId, questionId: question.id, ...wording })
    await expect(wordCopied(owner, { setId, questionId: question.id, ...wording })).rejects.toMatchObject({
      code: 'not-found',
    })
    await save()
    const mine = await newest(viewer, setId)
    const own = mine.questions.find(({ stem }) => stem === wording.stem)
    expect(own).toMatchObject({ factIds: question.factIds, key: question.key })
    expect(mine.questions.some(({ id }) => id === question.id)).toBe(false)
    await wordCopied(viewer, { setId, questionId: own?.id ?? '', ...wording, stem: 'Which was it then?' })
    await save()
    expect((await newest(viewer, setId)).questions.find(({ id }) => id === own?.id)).toMatchObject({
      ...{ version: 2, stem: 'Which was it then?' },
    })
    expect(await newest(owner, original)).toEqual(theirs)
  })

  it('remembers apart a fact whose owner worded it anew, at its place in the text', async () => {
    const { owner, viewer, setId, original, save } = await lent()
    const theirs = await newest(owner, original)
    const fact = theirs.facts.find(({ statement }) => statement.includes('Edward Loe'))
    if (!fact) throw new Error('there is the fact')
    const reword = (factId: string, statement: string) => rewordCopied(viewer, { setId, factId, statement })
    await reword(fact.id, 'Edward Loe set up the Anset Harbour Company in 1744.')
    await save()
    const mine = await newest(viewer, setId)
    const own = mine.facts.find(({ statement }) => statement.includes('set up'))
    expect(own?.source).toEqual(fact.source)
    expect(own?.number).toBe(fact.number)
    expect(mine.facts.some(({ id }) => id === fact.id)).toBe(false)
    expect(mine.questions.some(({ factIds }) => factIds.includes(own?.id ?? ''))).toBe(true)
    await reword(own?.id ?? '', 'Edward Loe started the Anset Harbour Company in 1744.')
    await save()
    const again = await newest(viewer, setId)
    expect(again.facts.find(({ id }) => id === own?.id)).toMatchObject({
      version: 2,
      statement: expect.stringMatching(/started/),
    })
    expect(again.facts).toHaveLength(theirs.facts.length)
    await expect(reword(fact.id, 'Hm.')).rejects.toMatchObject({ code: 'cannot-use' })
    expect(await newest(owner, original)).toEqual(theirs)
  })

  it('goes on when the owner of the original leaves', async () => {
    const { owner, viewer, setId, original, save } = await lent()
    const before = await newest(viewer, setId)
    await db().enrolment.deleteMany({ where: { setId: original, userId: viewer.userId } })
    await db().$transaction((tx) => removePerson(tx, owner.userId))
    expect(await newest(viewer, setId)).toEqual(before)
    expect(await save({ title: 'Kept' })).toMatchObject({ facts: before.facts.length })
  })

  it('holds of a set that shares no more than its cited sentences no more than these', async () => {
    const { viewer: owner, harbour } = await stocked()
    const choice = { setId: harbour, title: 'Harbour', onlyAccepted: false, forms: null, excerpts: true }
    const { shareKey } = await publishSet(owner, { ...choice, open: 'link' })
    const viewer = await newLearner()
    await takeUp(viewer, shareKey ?? '')
    const { setId } = await saveComposed(viewer, { ...blank, parts: [all(harbour)] })
    expect((await newest(viewer, setId)).documents).toEqual((await newest(viewer, harbour)).documents)
  })

  it('holds no more of the texts than is cited, once their owner has taken the rest back', async () => {
    const { owner, setId, choice, save } = await lent()
    const isCut = async () =>
      (await db().setVersion.findFirst({ where: { setId }, orderBy: { version: 'desc' } }))?.excerpts ?? false
    expect(await isCut()).toBe(false)
    await publishSet(owner, { ...choice, excerpts: true, open: 'link' })
    await save()
    expect(await isCut()).toBe(true)
  })

  it('words no pair of a list anew, which is two sides and no statement', async () => {
    const owner = await newLearner()
    const { shareKey } = await saveList(owner, { ...list, open: 'link' })
    const viewer = await newLearner()
    const { setId } = await copyShared(viewer, shareKey ?? '')
    const [pair] = (await composerOf(viewer, setId)).facts
    expect(pair).toMatchObject({ statement: 'pier – molo', changedHere: false })
    const statement = 'Edward Loe founded the Anset Harbour Company in 1744.'
    await expect(rewordCopied(viewer, { setId, factId: pair?.id ?? '', statement })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })
}

export const composeContract = () =>
  describe('a set put together of others', () => {
    composing()
    copying()
  })
