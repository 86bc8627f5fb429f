import { describe, expect, it } from 'vitest'
import { formatOf } from './format.ts'

describe('the format of a pasted text', () => {
  it.each([
    ['Plain words.\nIt rained.', 'text'],
    ['A price of #5 and a # alone\n#tag', 'text'],
    ['Words before.\n\n## The second part\n\nMore.', 'markdown'],
    ['  <!doctype html><title>x</title>', 'html'],
    ['<p class="a">One.</p>', 'html'],
    ['<5 % of the pupils came', 'text'],
  ])('%j is %s', (text, format) => expect(formatOf(text)).toBe(format))
})
