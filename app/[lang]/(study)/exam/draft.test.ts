import { describe, expect, it } from 'vitest'
import type { StoredEntry } from '#lib/log/index.ts'
import { defaultSettings } from '#lib/sync/index.ts'
import { examEntryOf, examOf, minutesEntryOf, numberedId, storedOf } from '#lib/testing/entries.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { draftOf, entriesOf, lackOf, sectionsOf } from './draft.ts'

const pack = packOfLighthouse()
const learner = (entries: StoredEntry[] = []) => ({ packs: [pack], entries, settings: defaultSettings })
const week = [0, 20, 20, 20, 20, 20, 45]

describe('the form of an exam', () => {
  it('begins with the one set there is and the minutes of the settings', () => {
    expect(draftOf(learner(), null)).toMatchObject({
      ...{ title: '', date: '', goal: 0.8, purpose: 'exam', weekdays: [20, 20, 20, 20, 20, 20, 20] },
      sets: { [pack.setId]: {} },
    })
    expect(draftOf({ ...learner(), packs: [pack, packOfLighthouse('other')] }, null).sets).toEqual({})
  })

  it('holds an exam as it is, and says nothing but that where nothing was changed', () => {
    const parts = [
      { setId: pack.setId, section: null, weight: 1 },
      { setId: pack.setId, section: 'The lamp', weight: 0.5 },
    ]
    const exam = examOf({ parts, result: 0.6, purpose: 'keep' })
    const entries = [storedOf(minutesEntryOf(1, week)), storedOf(examEntryOf(2, exam))]
    const draft = draftOf(learner(entries), exam)
    expect(draft.sets).toEqual({ [pack.setId]: { 'The lamp': 0.5 } })
    expect(entriesOf(draft, numberedId(9), exam, learner(entries))).toEqual([
      { kind: 'exam', examId: numberedId(9), exam },
    ])
  })

  it('says the minutes too where they were changed, and leaves out what counts as any other', () => {
    const draft = { ...draftOf(learner(), examOf()), weekdays: week, sets: { [pack.setId]: { 'The lamp': 1, x: 0 } } }
    const [exam, minutes] = entriesOf(draft, numberedId(9), null, learner())
    expect(minutes).toEqual({ kind: 'minutes', weekdays: week, dates: [] })
    expect(exam).toMatchObject({
      exam: { parts: [{ section: null }, { setId: pack.setId, section: 'x', weight: 0 }], result: null },
    })
  })

  it('says what is lacking', () => {
    const draft = { ...draftOf(learner(), examOf()), weekdays: week }
    const lack = (change: Partial<typeof draft>) => lackOf({ ...draft, ...change }, '2026-03-14')
    expect(lack({})).toBeNull()
    expect(lack({ title: '  ' })).toBe('title')
    expect(lack({ date: '2026-03-14' })).toBe('date')
    expect(lack({ date: '' })).toBe('date')
    expect(lack({ sets: {} })).toBe('sets')
    expect(lack({ weekdays: [0, 0, 0, 0, 0, 0, 0] })).toBe('weekdays')
  })

  it('offers the sections in which something is asked', () =>
    expect(sectionsOf(pack)).toEqual(['Before the tower', 'Building it', 'The lamp']))
})
