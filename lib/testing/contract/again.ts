import { describe, expect, it } from 'vitest'
import type { DeskQuestion } from '#lib/desk/index.ts'
import { db } from '#lib/server/db.ts'
import { type AgainPlan, applyAgain, planAgain } from '#lib/server/desk/again.ts'
import { judge } from '#lib/server/desk/judge.ts'
import { publishSet } from '#lib/server/desk/publish.ts'
import { deskOf } from '#lib/server/desk/read.ts'
import { rewordFact } from '#lib/server/desk/reword.ts'
import { addFact, addQuestion } from '#lib/server/desk/write.ts'
import { importText } from '#lib/server/documents.ts'
import { readPack } from '#lib/server/packs.ts'
import { syncEntries } from '#lib/server/sync.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import type { Pack } from '#lib/session/index.ts'
import { reviewOf } from '../entries.ts'
import { newLearner } from '../stage.ts'

const STAYS = 'Agnes Rennick designed Skerry Lighthouse in 1784.'
const MOVES = 'Marta Quill wrote a history of Skerry Lighthouse in 1901.'
const CHANGES = 'Edward Loe founded the Anset Harbour Company in 1744.'
const GOES = 'The Treaty of Anset was signed in 1722.'
const IS_REWORDED = 'Parliament passed the Northern Lights Act on 12 March 1786.'
const FILLER = 'Skerry Lighthouse burned whale oil until 1837.'
const TEXT = [STAYS, MOVES, CHANGES, GOES, IS_REWORDED, FILLER].join(' ')
const EDITED = [
  STAYS,
  CHANGES.replace('1744', '1748'),
  IS_REWORDED.replace('passed', 'first passed'),
  FILLER,
  MOVES,
  'Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.',
].join(' ')

const begun = async () => {
  const viewer = await newLearner()
  const { setId } = await importText(viewer, { text: TEXT, format: 'text', title: 'Skerry' })
  const factOf = async (quote: string) => {
    const year = /\d{4}/.exec(quote)?.[0] ?? ''
    const asksForIt = (questions: readonly DeskQuestion[]) => questions.some(({ key }) => String(key).includes(year))
    const found = (await deskOf(viewer, setId)).facts.filter((one) => one.quote === quote)
    const fact = found.find(({ questions }) => asksForIt(questions)) ?? found[0]
    if (!fact) throw new Error(`nothing was found in “${quote}”`)
    return fact
  }
  return { viewer, setId, factOf }
}
const edited = (setId: string) => ({ setId, text: EDITED, format: 'text' as const })
const outcomesOf = ({ changes }: AgainPlan) => changes.map(({ outcome, before }) => `${outcome}: ${before}`)

const answer = async (viewer: Viewer, factId: string, questionId: string) => {
  const entry = reviewOf(++answered, {
    ...{ questionId, questionVersion: 1 },
    grades: [{ factId, factVersion: 1, direction: 'forward', rating: 3 }],
  })
  const { userId } = viewer
  const request = { protocol: 1 as const, userId, clientNow: entry.at, cursor: 0, entries: [entry], rejected: [] }
  await syncEntries(viewer, request, [], new Date(entry.at))
}

const cardOf = (userId: string, factId: string) => db().card.findFirst({ where: { userId, factId } })

let answered = 0

const again = () => {
  it('tells what would become of every fact, and changes nothing', async () => {
    const { viewer, setId, factOf } = await begun()
    const plan = await planAgain(viewer, edited(setId))
    expect(plan.counts.unchanged).toBeGreaterThan(0)
    expect(plan.counts.moved).toBeGreaterThan(0)
    expect(outcomesOf(plan)).toContain(`answer-changed: ${CHANGES}`)
    expect(outcomesOf(plan)).toContain(`reworded: ${IS_REWORDED}`)
    expect(outcomesOf(plan)).toContain(`gone: ${GOES}`)
    expect(outcomesOf(plan)).toContain('new: null')
    expect(outcomesOf(plan).some((one) => one.includes(STAYS) || one.includes(MOVES))).toBe(false)
    expect((await factOf(GOES)).version).toBe(1)
    await expect(planAgain(await newLearner(), edited(setId))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps what was learned of what stayed, moved or was reworded, and asks again where the answer changed', async () => {
    const { viewer, setId, factOf } = await begun()
    const facts = await Promise.all([STAYS, MOVES, IS_REWORDED, CHANGES, GOES].map(factOf))
    for (const { id, questions } of facts) await answer(viewer, id, questions[0]?.id ?? '')
    const before = await Promise.all(facts.map(({ id }) => cardOf(viewer.userId, id)))
    const changed = facts[3]?.id ?? ''
    await judge(viewer, { setId, judgements: [{ factId: changed, verdict: 'accepted', reason: null }] })
    const { digest } = await planAgain(viewer, edited(setId))
    const { version } = await applyAgain(viewer, { ...edited(setId), digest })
    expect(version).toBe(2)

    const after = await Promise.all(facts.map(({ id }) => cardOf(viewer.userId, id)))
    for (const place of [0, 1, 2, 4]) expect(after[place]).toEqual(before[place])
    expect(after[3]).toMatchObject({ state: 'relearning', reps: before[3]?.reps, stability: before[3]?.stability })
    expect(after[3]?.due.getTime()).toBeLessThanOrEqual(Date.now())

    const pack = JSON.parse((await readPack(viewer, setId, 2)).json) as Pack
    const known = new Set(pack.facts.map(({ id }) => id))
    expect(facts.map(({ id }) => known.has(id))).toEqual([true, true, true, true, false])
    for (const { source } of pack.facts)
      expect(source.kind === 'span' && pack.documents[0]?.text.slice(source.start, source.end)).toBe(
        source.kind === 'span' && source.exact,
      )
    const now = (await deskOf(viewer, setId)).facts.find(({ id }) => id === changed)
    expect(now).toMatchObject({ verdict: null, version: 2, quote: CHANGES.replace('1744', '1748') })
    expect((await planAgain(viewer, edited(setId))).counts).toMatchObject({ moved: 0, reworded: 0, gone: 0, new: 0 })
  })

  it('finds again what was made by hand', async () => {
    const { viewer, setId } = await begun()
    const start = TEXT.indexOf('whale oil')
    const wording = { stem: 'What did Skerry Lighthouse burn?', answers: ['whale oil'], wrong: [] }
    const { factId } = await addFact(viewer, { setId, start, end: start + 9, ...wording })
    const { digest } = await planAgain(viewer, edited(setId))
    await applyAgain(viewer, { ...edited(setId), digest })
    const { edition, facts } = await deskOf(viewer, setId)
    const fact = facts.find(({ id }) => id === factId)
    expect(fact).toMatchObject({ verdict: 'accepted', byHand: true, questions: [{ stem: wording.stem, byHand: true }] })
    expect(edition.text.slice(fact?.start, fact?.end)).toBe(FILLER)
  })

  it('takes along what a person wrote of a fact, and doubles none', async () => {
    const { viewer, setId, factOf } = await begun()
    const moves = await factOf(MOVES)
    const own = { stem: 'What did Marta Quill write about?', answers: ['Skerry Lighthouse'], wrong: [] }
    await addQuestion(viewer, { setId, factId: moves.id, ...own })
    const stays = await factOf(STAYS)
    const statement = 'Agnes Rennick drew the plans of Skerry Lighthouse in 1784.'
    await rewordFact(viewer, { setId, factId: stays.id, version: stays.version, statement })
    const before = (await deskOf(viewer, setId)).facts
    const plan = await planAgain(viewer, edited(setId))
    await applyAgain(viewer, { ...edited(setId), digest: plan.digest })
    const { facts } = await deskOf(viewer, setId)
    expect(facts.find(({ id }) => id === moves.id)?.questions.map(({ stem }) => stem)).toContain(own.stem)
    const reworded = facts.find(({ id }) => id === stays.id)
    expect(reworded?.statement).toBe(statement)
    const asked = before.find(({ id }) => id === stays.id)?.questions.filter((one) => one.asked !== false) ?? []
    expect(asked.length).toBeGreaterThan(0)
    for (const { id } of asked) expect(reworded?.questions.map((one) => one.id)).toContain(id)
    const ofStays = (all: typeof facts) => all.filter(({ quote }) => quote === STAYS).length
    expect(ofStays(facts)).toBe(ofStays(before))
  })

  it('knows a sentence again of which several digits changed, as a fact with another answer', async () => {
    const { viewer, setId, factOf } = await begun()
    const { id } = await factOf(GOES)
    const plan = await planAgain(viewer, { setId, format: 'text', text: TEXT.replace('1722', '1689') })
    expect(outcomesOf(plan)).toEqual([`answer-changed: ${GOES}`])
    await applyAgain(viewer, { setId, format: 'text', text: TEXT.replace('1722', '1689'), digest: plan.digest })
    expect((await factOf(GOES.replace('1722', '1689'))).id).toBe(id)
  })

  it('is the text that is found again when it is pasted anew', async () => {
    const { viewer, setId } = await begun()
    const { digest } = await planAgain(viewer, edited(setId))
    await applyAgain(viewer, { ...edited(setId), digest })
    expect(await importText(viewer, { text: EDITED, format: 'text' })).toMatchObject({ setId, version: 2 })
    expect((await importText(viewer, { text: TEXT, format: 'text' })).setId).not.toBe(setId)
  })

  it('takes over a text of which nothing is accepted any more', async () => {
    const { viewer, setId, factOf } = await begun()
    const { id } = await factOf(CHANGES)
    await judge(viewer, { setId, judgements: [{ factId: id, verdict: 'accepted', reason: null }] })
    const choice = {
      setId,
      title: 'Skerry',
      onlyAccepted: true,
      forms: null,
      excerpts: false,
      open: 'private' as const,
    }
    expect(await publishSet(viewer, choice)).toMatchObject({ version: 2, facts: 1 })
    const { digest } = await planAgain(viewer, edited(setId))
    expect(await applyAgain(viewer, { ...edited(setId), digest })).toEqual({ version: 3 })
    expect((JSON.parse((await readPack(viewer, setId, 3)).json) as Pack).facts).toEqual([])
    expect(await factOf(CHANGES.replace('1744', '1748'))).toMatchObject({ id, verdict: null })
  })

  it('applies nothing but what was planned', async () => {
    const { viewer, setId, factOf } = await begun()
    const { digest } = await planAgain(viewer, edited(setId))
    await expect(applyAgain(viewer, { ...edited(setId), text: `${EDITED} And more.`, digest })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(applyAgain(viewer, edited(setId))).rejects.toMatchObject({ code: 'conflict' })
    expect((await factOf(GOES)).version).toBe(1)
  })
}

export const againContract = () => {
  describe('a text that is read again', () => again())
}
