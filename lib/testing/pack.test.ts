import { describe, expect, it } from 'vitest'
import { packOfLighthouse, packOfMarked } from './pack.ts'

describe('a marked fixture', () => {
  it('cites every fact exactly, nested ones too', () => {
    const pack = packOfLighthouse()
    const text = pack.documents[0]?.text ?? ''
    expect(pack.facts).toHaveLength(10)
    for (const fact of pack.facts) {
      if (fact.source.kind !== 'span') throw new Error('a fixture fact has a span')
      expect(text.slice(fact.source.start, fact.source.end)).toBe(fact.source.exact)
    }
  })

  it('numbers facts in reading order, the outer before the inner', () => {
    const pack = packOfMarked('x', 'X', [{ heading: 'H', text: 'One [[two [[three]] four|outer]] [[five]].' }])
    expect(pack.facts.map(({ number, statement }) => [number, statement])).toEqual([
      [1, 'outer'],
      [2, 'three'],
      [3, 'five'],
    ])
  })

  it('puts every fact inside its section', () => {
    const { documents, facts } = packOfLighthouse()
    const byId = new Map(documents[0]?.sections.map((section) => [section.id, section]))
    for (const { source, sectionId } of facts) {
      const section = byId.get(sectionId ?? '')
      if (source.kind !== 'span' || !section) throw new Error('a fixture fact stands in a section')
      expect(source.start).toBeGreaterThanOrEqual(section.start)
      expect(source.end).toBeLessThanOrEqual(section.end)
    }
  })
})
