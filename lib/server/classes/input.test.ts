import { expect, it } from 'vitest'
import '#app/_words/in-english.ts'
import { untilADay } from './input.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const at = (date: string, draft?: boolean) => () => untilADay({ date, draft }, NOW)

// A year of four nines had the phones of a whole class reckon until they stood still.
it('takes a day that is still to come somewhere, and none that is centuries away; a draft may have passed', () => {
  expect(at('2026-03-11')()).toEqual({ date: '2026-03-11', draft: undefined })
  expect(at('2026-03-09')).not.toThrow()
  for (const date of ['2026-03-01', '2032-01-01', '9999-01-01'])
    expect(at(date)).toThrow(expect.objectContaining({ code: 'cannot-use' }))
  expect(at('2026-03-01', true)).not.toThrow()
  expect(at('9999-01-01', true)).toThrow(expect.objectContaining({ code: 'cannot-use' }))
})
