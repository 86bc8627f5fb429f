import { describe, expect, it } from 'vitest'
import { parseAddress } from './address.ts'

describe('a reader’s address', () => {
  it('names the set, the document and the fact', () =>
    expect(parseAddress('?set=a%20b&doc=d', '#f12')).toEqual({ set: 'a b', doc: 'd', fact: 12 }))
  it.each(['', '#f', '#f1x', '#content', '#sf1'])('has no fact in %j', (hash) =>
    expect(parseAddress('', hash)).toEqual({ set: null, doc: null, fact: null }),
  )
})
