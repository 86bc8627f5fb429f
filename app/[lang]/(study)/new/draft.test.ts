import { expect, it } from 'vitest'
import { sharedDraft } from './draft.ts'
import { isAddress } from './format.ts'

const of = (params: Record<string, string>) => sharedDraft(`?${new URLSearchParams(params)}`)
const PAGE = 'https://example.org/pier'

it.each([
  ['a text', { title: 'Piers', text: 'A pier is built out into the sea.' }, 'A pier is built out into the sea.'],
  ['an address', { url: PAGE }, PAGE],
  ['an address where the text belongs', { text: PAGE }, PAGE],
  ['a name and an address', { title: 'Piers', text: `Piers of Anset ${PAGE}` }, PAGE],
  ['a text with its address', { text: 'x'.repeat(300), url: PAGE }, 'x'.repeat(300)],
  ['an address of another kind', { text: 'Read this', url: 'http://example.org/' }, 'Read this'],
])('takes %s from another app', (_what, params, text) => expect(of(params)?.text).toBe(text))

it('takes nothing where nothing was shared', () => {
  expect(of({})).toBeNull()
  expect(of({ title: 'Piers' })).toBeNull()
})

it.each([
  [` ${PAGE}\n`, true],
  ['http://example.org/pier', true],
  [`See ${PAGE}`, false],
  ['example.org', false],
])('tells an address from a text: %j', (text, is) => expect(isAddress(text)).toBe(is))
