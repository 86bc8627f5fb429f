import { describe, expect, it } from 'vitest'
import { db } from '#lib/server/db.ts'
import { findFacts, type Search } from '#lib/server/desk/find.ts'
import { ask, closeFlags, judge } from '#lib/server/desk/judge.ts'
import { saveList } from '#lib/server/desk/lists.ts'
import { publishSet } from '#lib/server/desk/publish.ts'
import { deskOf, desksOf } from '#lib/server/desk/read.ts'
import { rewordFact } from '#lib/server/desk/reword.ts'
import { sharedPage, takeUp } from '#lib/server/desk/share.ts'
import { tagFacts } from '#lib/server/desk/tags.ts'
import { addFact, addQuestion, wordQuestion } from '#lib/server/desk/write.ts'
import { importText } from '#lib/server/documents.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { flag, parseFlag } from '#lib/server/flags.ts'
import { library } from '#lib/server/library.ts'
import { readPack } from '#lib/server/packs.ts'
import { closeReports, openReports, reportSet } from '#lib/server/reports.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import type { Pack } from '#lib/session/index.ts'
import { newSet } from '../drafts.ts'
import { newLearner } from '../stage.ts'

const TEXT = `Agnes Rennick designed Skerry Lighthouse in 1784. Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.
Skerry Lighthouse burned whale oil until 1837. Parliament passed the Northern Lights Act on 12 March 1786. Marta Quill wrote a
history of Skerry Lighthouse in 1901. Edward Loe founded the Anset Harbour Company in 1744. The Treaty of Anset was signed in 1722.
They were glad of it.`

const begun = async () => {
  const viewer = await newLearner()
  const { setId } = await importText(viewer, { text: TEXT, format: 'text', title: 'Skerry' })
  return { viewer, setId, desk: () => deskOf(viewer, setId) }
}
const choice = { title: 'Skerry', onlyAccepted: false, forms: null, excerpts: false, open: 'private' as const }
const packOf = async (viewer: Viewer, setId: string, version: number) => {
  const { json, hash } = await readPack(viewer, setId, version)
  expect((await packRefs(viewer)).find((ref) => ref.setId === setId)).toMatchObject({ version, hash })
  return JSON.parse(json) as Pack
}
const quotesOf = ({ documents, facts }: Pack) =>
  facts.map(({ source }) => {
    if (source.kind !== 'span') throw new Error('a fact of a text has a place in it')
    expect(documents[0]?.text.slice(source.start, source.end)).toBe(source.exact)
    return source.exact
  })

const judging = () => {
  it('shows every fact with its questions, and why nothing was asked of the rest', async () => {
    const { desk } = await begun()
    const { facts, edition, set } = await desk()
    expect(facts.length).toBeGreaterThan(3)
    expect(facts.map(({ number }) => number)).toEqual(facts.map((_, index) => index + 1))
    for (const { questions, verdict } of facts) expect([questions.length > 0, verdict]).toEqual([true, null])
    const last = edition.skipped.at(-1)
    expect(edition.text.slice(last?.start, last?.end)).toBe('They were glad of it.')
    expect(set).toMatchObject({ version: 1, shareKey: null, visibility: 'private', learners: 0 })
  })

  it('keeps what was decided, and takes it back', async () => {
    const { viewer, setId, desk } = await begun()
    const [one, two] = (await desk()).facts
    if (!one || !two) throw new Error('there are facts')
    const judgements = [
      { factId: one.id, verdict: 'accepted' as const, reason: null },
      { factId: two.id, verdict: 'rejected' as const, reason: 'unclear' as const },
    ]
    await judge(viewer, { setId, judgements })
    expect((await desk()).facts.slice(0, 2).map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['accepted', null],
      ['rejected', 'unclear'],
    ])
    expect(await desksOf(viewer)).toMatchObject([
      { setId, title: 'Skerry', accepted: 1, rejected: 1, shared: 'private' },
    ])
    await judge(viewer, { setId, judgements: [{ factId: two.id, verdict: null, reason: null }] })
    expect((await desk()).facts[1]).toMatchObject({ verdict: null, reason: null })
  })

  it('judges nothing where one of the facts is somebody else’s', async () => {
    const [mine, theirs] = [await begun(), await begun()]
    const [own, other] = [(await mine.desk()).facts[0], (await theirs.desk()).facts[0]]
    const judgements = [own, other].map((fact) => ({
      factId: fact?.id ?? '',
      verdict: 'accepted' as const,
      reason: null,
    }))
    await expect(judge(mine.viewer, { setId: mine.setId, judgements })).rejects.toMatchObject({ code: 'not-found' })
    expect((await mine.desk()).facts[0]?.verdict).toBeNull()
    await expect(deskOf(mine.viewer, theirs.setId)).rejects.toMatchObject({ code: 'not-found' })
    const strange = {
      setId: mine.setId,
      questionId: (await theirs.desk()).facts[0]?.questions[0]?.id ?? '',
      asked: true,
    }
    await expect(ask(mine.viewer, strange)).rejects.toMatchObject({ code: 'not-found' })
  })
}

const writing = () => {
  it('words a question anew, once from each wording', async () => {
    const { viewer, setId, desk } = await begun()
    const question = (await desk()).facts.flatMap(({ questions }) => questions).find(({ form }) => form === 'cloze')
    if (!question) throw new Error('there is a cloze')
    const wording = { stem: 'Who is it about?', answers: ['Nobody'], wrong: [] }
    const input = { setId, questionId: question.id, version: question.version, ...wording }
    await wordQuestion(viewer, input)
    await expect(wordQuestion(viewer, input)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      wordQuestion(viewer, { ...input, version: question.version + 1, answers: [''] }),
    ).rejects.toMatchObject({ code: 'cannot-use', details: { fields: { answers: expect.any(String) } } })
    const after = (await desk()).facts.flatMap(({ questions }) => questions).find(({ id }) => id === question.id)
    expect(after).toMatchObject({ ...{ stem: 'Who is it about?', form: 'typed', byHand: true, version: 2, tier: 'A' } })
    const other = await newLearner()
    await expect(wordQuestion(other, { ...input, version: 2 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('makes a fact of selected words, quoting their whole sentence, and adds questions to it', async () => {
    const { viewer, setId, desk } = await begun()
    const start = (await desk()).edition.text.indexOf('whale oil')
    const wording = { stem: 'Skerry Lighthouse burned ____ until 1837.', answers: ['whale oil'], wrong: [] }
    const { factId } = await addFact(viewer, { setId, start, end: start + 9, ...wording })
    await addQuestion(viewer, { setId, factId, stem: 'What did it burn?', answers: ['whale oil'], wrong: ['peat'] })
    const made = (await desk()).facts.find(({ id }) => id === factId)
    expect(made).toMatchObject({
      verdict: 'accepted',
      byHand: true,
      statement: 'Skerry Lighthouse burned whale oil until 1837.',
    })
    expect(made?.questions.map(({ form }) => form)).toEqual(['cloze', 'choice'])
    await expect(addFact(viewer, { setId, start: 9e6, end: 9e6 + 2, ...wording })).rejects.toMatchObject({
      code: 'cannot-use',
    })
  })
}

const rewording = () => {
  it('writes the questions of a fact anew from its new words, but for those that a person worded', async () => {
    const { viewer, setId, desk } = await begun()
    const byYear = async () => (await desk()).facts.find(({ quote }) => quote.startsWith('Agnes Rennick'))
    const before = await byYear()
    // Which comes first once hung on chance, and a number takes no name for an answer.
    const pinned = before?.questions.find(({ form }) => form !== 'number' && form !== 'true-false')
    const others = before?.questions.filter((one) => one !== pinned) ?? []
    if (!before || !pinned || others.length === 0) throw new Error('the fact has questions')
    const wording = { stem: 'Who drew up the lighthouse?', answers: ['Agnes Rennick'], wrong: [] }
    await wordQuestion(viewer, { setId, questionId: pinned.id, version: pinned.version, ...wording })
    const input = { setId, factId: before.id, version: before.version }
    await rewordFact(viewer, { ...input, statement: 'Agnes Rennick drew the plans of Skerry Lighthouse in 1784.' })
    const after = await byYear()
    expect(after).toMatchObject({ id: before.id, version: 2, quote: before.quote, byHand: true })
    expect(after?.statement).toMatch(/drew the plans/)
    const fresh = after?.questions.filter(({ id }) => !before.questions.some((old) => old.id === id)) ?? []
    expect(fresh.some(({ stem }) => /plans/.test(stem))).toBe(true)
    expect(after?.questions.find(({ id }) => id === pinned.id)).toMatchObject({ stem: wording.stem, asked: true })
    for (const { id } of others) expect(after?.questions.find((one) => one.id === id)?.asked).toBe(false)
    await expect(rewordFact(viewer, { ...input, statement: 'Late.' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(rewordFact(viewer, { ...input, statement: ' ' })).rejects.toMatchObject({ code: 'cannot-use' })
  })
}

const finding = () => {
  it('finds facts by words of theirs or of their questions, and by how they stand, among one’s own alone', async () => {
    const { viewer, setId, desk } = await begun()
    await begun()
    const list = await saveList(viewer, {
      ...{ setId: null, version: 0, title: 'Words', language: 'en', directions: ['forward'], open: 'private' },
      rows: [{ factId: null, front: 'lighthouse', back: 'latarnia' }],
    })
    const find = (words: string, state: Search['state'] = 'all', within: Partial<Search> = {}) =>
      findFacts(viewer, { words, state, tag: '', setId: '', ...within })
    const loe = await find('LOE  harbour')
    expect(loe.length).toBeGreaterThan(0)
    expect(loe.every(({ statement, title }) => /Edward Loe/.test(statement) && title === 'Skerry')).toBe(true)
    expect(await find('latarnia')).toMatchObject([{ setId: list.setId, isList: true }])
    for (const words of ['Loe latarnia', '%', 'L_e', 'zebra', '']) expect(await find(words)).toEqual([])
    const [fact] = (await desk()).facts
    await judge(viewer, { setId, judgements: [{ factId: fact?.id ?? '', verdict: 'rejected', reason: null }] })
    expect((await find('', 'rejected')).map(({ factId }) => factId)).toEqual([fact?.id])
    expect(await find('', 'flagged')).toEqual([])
    expect((await find('', 'all', { setId: list.setId })).map(({ statement }) => statement)).toEqual([
      'lighthouse – latarnia',
    ])
    const [hit] = loe
    await tagFacts(viewer, { factIds: [hit?.factId ?? ''], tag: 'exam', on: true })
    expect(await find('', 'all', { tag: 'exam' })).toMatchObject([{ factId: hit?.factId, tags: ['exam'] }])
    expect(await find('latarnia', 'all', { tag: 'exam' })).toEqual([])
    expect(await findFacts(await newLearner(), { words: '', state: 'all', tag: 'exam', setId })).toEqual([])
  })
}

const reporting = () => {
  it('tells those who run it what people report of a shared set, and of what nobody owns', async () => {
    const { viewer, setId } = await begun()
    const { shareKey } = await publishSet(viewer, { setId, ...choice, open: 'link' })
    const operator = { ...(await newLearner()), role: 'operator' as const }
    const report = { shareKey: shareKey ?? '', reason: 'copied' as const, note: ' From my book. ' }
    const learner = await newLearner()
    for (const by of [learner, learner, null]) await reportSet(by, report)
    await expect(reportSet(null, { ...report, shareKey: 'guessed' })).rejects.toMatchObject({ code: 'not-found' })
    const said = { reason: 'copied', note: 'From my book.' }
    const { sets } = await openReports(operator)
    expect(sets.find((one) => one.setId === setId)).toMatchObject({
      title: 'Skerry',
      takenDown: false,
      said: [said, said],
    })
    await expect(openReports(learner)).rejects.toMatchObject({ code: 'not-found' })
    await expect(closeReports(learner, 'set', setId)).rejects.toMatchObject({ code: 'not-allowed' })
    await closeReports(operator, 'set', setId)
    expect((await openReports(operator)).sets.map((one) => one.setId)).not.toContain(setId)

    await newSet({}, [learner.userId])
    const question = await db().questionVersion.findFirstOrThrow({ where: { question: { ownerId: null } } })
    const { questionId, version } = question
    await flag(learner, { questionId, version, reason: 'unclear' })
    const asked = async () => (await openReports(operator)).questions.find((one) => one.questionId === questionId)
    expect(await asked()).toMatchObject({ stem: question.stem, said: [{ reason: 'unclear', note: null }] })
    await closeReports(operator, 'question', questionId)
    expect(await asked()).toBeUndefined()
  })
}

const flagging = () => {
  it('shows its owner what learners found wrong, until it is dealt with', async () => {
    const { viewer, setId, desk } = await begun()
    const { shareKey } = await publishSet(viewer, { setId, ...choice, open: 'link' })
    const [fact] = (await desk()).facts.filter(({ questions }) => questions.some(({ tier }) => tier === 'A'))
    const question = fact?.questions.find(({ tier }) => tier === 'A')
    if (!question) throw new Error('there is a question')
    const report = { questionId: question.id, version: question.version, reason: 'unclear' as const }
    const [learner, other] = [await newLearner(), await newLearner()]
    await takeUp(learner, shareKey ?? '')
    await flag(learner, report)
    await flag(learner, report)
    await flag(learner, { ...report, reason: 'other', note: 'Which lighthouse?' })
    await flag(learner, parseFlag({ ...report, reason: 'should-count', note: ' a light ' }))
    await expect(flag(other, report)).rejects.toMatchObject({ code: 'not-found' })
    const flagsNow = async () =>
      (await desk()).facts.flatMap(({ questions }) => questions).find(({ id }) => id === question.id)?.flags
    expect(await flagsNow()).toEqual([
      { reason: 'unclear', note: null },
      { reason: 'other', note: 'Which lighthouse?' },
      { reason: 'should-count', note: 'a light' },
    ])
    expect(await desksOf(viewer)).toMatchObject([{ flags: 3, learners: 1 }])
    await closeFlags(viewer, { setId, questionId: question.id })
    expect(await flagsNow()).toEqual([])
    expect(await desksOf(viewer)).toMatchObject([{ flags: 0 }])
  })
}

const publishing = () => {
  it('shows learners what was judged, under the ids that they have memories of', async () => {
    const { viewer, setId, desk } = await begun()
    const [first] = (await desk()).facts
    const before = await packOf(viewer, setId, 1)
    await judge(viewer, { setId, judgements: [{ factId: first?.id ?? '', verdict: 'rejected', reason: 'wrong' }] })
    expect(await publishSet(viewer, { setId, ...choice })).toMatchObject({ version: 2, changed: true, shareKey: null })
    const after = await packOf(viewer, setId, 2)
    expect(after.facts.map(({ id }) => id)).toEqual(before.facts.map(({ id }) => id).filter((id) => id !== first?.id))
    expect(await publishSet(viewer, { setId, ...choice })).toMatchObject({ version: 2, changed: false })
    expect(await publishSet(viewer, { setId, ...choice, title: 'The light' })).toMatchObject({
      version: 3,
      changed: true,
    })
  })

  it('refuses a set that would ask nothing', async () => {
    const { viewer, setId } = await begun()
    const nothing = publishSet(viewer, { setId, ...choice, onlyAccepted: true })
    await expect(nothing).rejects.toMatchObject({ code: 'cannot-use' })
    await expect(publishSet(viewer, { setId, ...choice, title: ' ' })).rejects.toMatchObject({
      details: { fields: { title: expect.any(String) } },
    })
  })

  it('opens a set to whoever has its link, until it is taken back', async () => {
    const { viewer, setId } = await begun()
    const other = await newLearner()
    const { shareKey } = await publishSet(viewer, { setId, ...choice, open: 'link' })
    expect(await publishSet(viewer, { setId, ...choice, open: 'link' })).toMatchObject({ shareKey })
    expect(await sharedPage(shareKey ?? '')).toMatchObject({ setId, title: 'Skerry' })
    await expect(readPack(other, setId, 1)).rejects.toMatchObject({ code: 'not-found' })
    expect(await takeUp(other, shareKey ?? '')).toEqual({ setId })
    await takeUp(other, shareKey ?? '')
    const [ref] = await packRefs(other)
    await packOf(other, setId, ref?.version ?? 0)
    expect((await deskOf(viewer, setId)).set.learners).toBe(1)
    await publishSet(viewer, { setId, ...choice, open: 'private' })
    await expect(takeUp(await newLearner(), shareKey ?? '')).rejects.toMatchObject({ code: 'not-found' })
    await packOf(other, setId, ref?.version ?? 0)
  })

  it('stands in the library when it is public, found by words of its title', async () => {
    const { viewer, setId } = await begun()
    expect((await library()).sets).toEqual([])
    const { shareKey } = await publishSet(viewer, { setId, ...choice, title: '100 % of Skerry_', open: 'public' })
    expect((await library('SKERRY_')).sets).toMatchObject([{ shareKey, title: '100 % of Skerry_', learners: 1 }])
    expect((await library('0 % o')).sets).toHaveLength(1)
    for (const words of ['skerry%', 'anset', '\\']) expect((await library(words)).sets).toEqual([])
    await publishSet(viewer, { setId, ...choice, open: 'link' })
    expect((await library()).sets).toEqual([])
  })

  it('does not open a set that is withheld', async () => {
    const { viewer, setId } = await begun()
    const { shareKey } = await publishSet(viewer, { setId, ...choice, open: 'link' })
    await db().questionSet.update({ where: { id: setId }, data: { takenDownAt: new Date() } })
    await expect(sharedPage(shareKey ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps the text to its owner where only what is cited is shared', async () => {
    const { viewer, setId } = await begun()
    const whole = await packOf(viewer, setId, 1)
    const { version } = await publishSet(viewer, { setId, ...choice, excerpts: true })
    const cut = await packOf(viewer, setId, version)
    expect(quotesOf(cut)).toEqual(quotesOf(whole))
    expect(cut.documents[0]?.text).not.toContain('They were glad of it.')
    expect((await deskOf(viewer, setId)).edition.text).toContain('They were glad of it.')

    const learner = await newLearner()
    const { shareKey } = await publishSet(viewer, { setId, ...choice, excerpts: true, open: 'link' })
    await takeUp(learner, shareKey ?? '')
    await packOf(learner, setId, version)
    await expect(readPack(learner, setId, 1)).rejects.toMatchObject({ code: 'not-found' })
    await readPack(viewer, setId, 1)
    expect((await sharedPage(shareKey ?? '')).sections).toEqual([])
  })
}

export const deskContract = () => {
  describe('the desk', () => {
    judging()
    writing()
    rewording()
    finding()
    flagging()
    reporting()
    publishing()
  })
}
