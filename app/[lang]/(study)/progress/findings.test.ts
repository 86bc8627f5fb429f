import { describe, expect, it } from 'vitest'
import type { WeekOfRetention } from '#lib/analytics/index.ts'
import type { SectionView } from '../_view/sets.ts'
import {
  drawnWeeks,
  heavyDays,
  labelledColumns,
  loadDays,
  loadFinding,
  masteryFinding,
  retentionFinding,
} from './findings.ts'

const week = (asked: number, right: number): WeekOfRetention => ({
  day: 0,
  asked,
  right,
  share: asked > 0 ? right / asked : null,
  low: asked > 0 ? 0 : null,
  high: asked > 0 ? 1 : null,
  target: 0.9,
})
const ahead = (...due: number[]) => due.map((each, day) => ({ day, due: each }))
const section = (heading: string, ...levels: (0 | 1 | 2 | 3 | 4)[]): SectionView => ({
  sectionId: heading,
  heading,
  facts: levels.map((level, at) => ({ factId: `${heading}${at}`, number: at + 1, level, due: null })),
  held: levels.filter((level) => level >= 3).length,
})

describe('what retention says', () => {
  it('speaks of the latest weeks that hold enough answers', () => {
    expect(retentionFinding([week(100, 50), week(15, 14), week(15, 13)])).toBe('You keep 90% of what comes due')
  })
  it('holds back while there are few', () => {
    expect(retentionFinding([week(0, 0), week(12, 12)])).toBe('12 answers so far: too few to tell what you keep')
    expect(retentionFinding([week(0, 0)])).toBe('No fact has come due again yet')
    expect(retentionFinding([])).toBe('No fact has come due again yet')
  })
})

describe('what the load says', () => {
  it('counts the days that stand out', () => {
    expect(loadFinding(ahead(9, 10, 8, 31, 9))).toBe('One heavy day ahead')
    expect(heavyDays(ahead(9, 10, 8, 31, 9))).toEqual([{ day: 3, due: 31 }])
  })
  it('calls no day heavy for what waits today, or for being the first of few', () =>
    expect(heavyDays(ahead(90, 14, 0, 0, 1))).toEqual([]))
  it('gives the usual day where none stands out', () => {
    expect(loadFinding(ahead(4, 5, 6))).toBe('About five due a day, for two weeks')
    expect(loadFinding(ahead(1, 0, 0))).toBe('About one due a day, for two weeks')
    expect(loadFinding(ahead(0, 0))).toBe('Nothing due for two weeks')
  })
  it('puts past and coming days in one row, today as done and as due', () => {
    const past = [5, 6, 7].map((answers, day) => ({ day, answers, introduced: 0, minutes: 0 }))
    expect(
      loadDays(past, [
        { day: 2, due: 3 },
        { day: 3, due: 4 },
      ]).map(({ day, count, when }) => [day, count, when]),
    ).toEqual([
      [0, 5, 'past'],
      [1, 6, 'past'],
      [2, 7, 'past'],
      [2, 3, 'today'],
      [3, 4, 'ahead'],
    ])
  })
})

describe('what is drawn', () => {
  it('writes numbers only where they do not touch: today first, then the highest, then heavy days', () => {
    const days = loadDays([], ahead(27, 25, 0, 17, 60, 40)).map((day) => day)
    expect([...labelledColumns(days, new Set([1, 3, 5]))]).toEqual([0, 4])
    expect([...labelledColumns(loadDays([], ahead(0, 0)), new Set())]).toEqual([])
  })
  it('begins with the first week that holds an answer, and shows a month at least', () => {
    const none = week(0, 0)
    expect(drawnWeeks([none, none, week(3, 3), none, none, none, none])).toHaveLength(5)
    expect(drawnWeeks([none, none, none, none, none, week(3, 3)])).toHaveLength(4)
    expect(drawnWeeks([none, none, none, none, none, none])).toHaveLength(4)
    expect(drawnWeeks([week(1, 1), none])).toHaveLength(2)
  })
})

describe('what mastery says', () => {
  it('names the best section and the first that is new', () => {
    expect(masteryFinding([section('Ice', 2, 3), section('Rain', 4, 4), section('Snow', 0, 0)])).toBe(
      'Strong at Rain, new to Snow',
    )
  })
  it('counts where no section is strong, none is new, or the names are too long', () => {
    expect(masteryFinding([section('Ice', 3, 1, 1), section('Snow', 0)])).toBe('You hold 1 of 4 facts')
    expect(masteryFinding([section('Ice', 3), section('Snow', 1)])).toBe('You hold 1 of 2 facts')
    const long = 'A heading that goes on for longer than a title can'
    expect(masteryFinding([section(long, 3), section(`${long} too`, 0)])).toBe('You hold 1 of 2 facts')
  })
  it('says so where nothing is held', () => expect(masteryFinding([section('Ice', 1, 2)])).toBe('No fact is held yet'))
})
