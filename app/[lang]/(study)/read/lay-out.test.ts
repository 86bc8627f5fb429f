import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pack } from '#lib/session/index.ts'
import { packOfLighthouse, packOfMarked } from '#lib/testing/pack.ts'
import { layOut, sectionsOf } from './lay-out.ts'

const setOf = (pack: Pack) => {
  const [document] = pack.documents
  if (!document) throw new Error('a fixture has a document')
  return { document, blocks: layOut(document, pack.facts) }
}
const textOf = (runs: { text: string }[]) => runs.map(({ text }) => text).join('')

describe('a document laid out', () => {
  it('opens each section with its numbered heading and leaves out the repeated title', () => {
    const { blocks } = setOf(packOfLighthouse())
    const headings = blocks.flatMap(({ heading, runs }) => (heading ? [`${heading.number} ${textOf(runs)}`] : []))
    expect(headings).toEqual(['1 Before the tower', '2 Building it', '3 The lamp'])
    expect(textOf(blocks[0]?.runs ?? [])).toBe('Before the tower')
  })

  it('keeps the white space inside a paragraph and none around it', () => {
    const pack = packOfMarked('x', 'X', [{ heading: 'H', text: 'First line\nsecond line\n \n  Third.  ' }])
    expect(setOf(pack).blocks.map(({ runs }) => textOf(runs))).toEqual(['H', 'First line\nsecond line', 'Third.'])
  })

  it('cuts nested facts so that the inner one lies on top and each number stands at its own end', () => {
    const pack = packOfMarked('x', 'X', [{ heading: 'H', text: 'A [[b [[c]] d]] e.' }])
    const runs = setOf(pack).blocks[1]?.runs ?? []
    expect(runs.map(({ text, covering }) => [text, covering.map(({ number }) => number)])).toEqual([
      ['A ', []],
      ['b ', [1]],
      ['c', [1, 2]],
      [' d', [1]],
      [' e.', []],
    ])
    expect(runs.map(({ ending }) => ending.map(({ number }) => number))).toEqual([[], [], [2], [1], []])
  })

  it('keeps both numbers where two facts share a quote', () => {
    const runs = setOf(packOfMarked('x', 'X', [{ heading: 'H', text: '[[[[Same|one]]|two]].' }])).blocks[1]?.runs ?? []
    expect(runs[0]?.ending.map(({ number }) => number)).toEqual([1, 2])
    expect(runs[0]?.covering.at(-1)?.number).toBe(1)
  })

  it('drops a first section that only repeats the title', () => {
    const pack = packOfMarked('x', 'Same', [
      { heading: 'Same', text: 'Lede.' },
      { heading: 'Next', text: 'More.' },
    ])
    expect(setOf(pack).document && sectionsOf(setOf(pack).document).map(({ heading }) => heading)).toEqual(['Next'])
  })

  it('for any spans: runs join to the paragraph, every fact begins once and ends once', () => {
    const text = 'Some words stand in a row here'
    const span = fc
      .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const facts = spans.map(([start, end], index) => ({
          id: `f${index}`,
          version: 1,
          number: index + 1,
          statement: '',
          source: { kind: 'span' as const, documentId: 'd', start, end, exact: text.slice(start, end) },
          sectionId: null,
          directions: ['forward' as const],
        }))
        const [block] = layOut({ id: 'd', title: 'T', source: null, text, sections: [] }, facts)
        const runs = block?.runs ?? []
        expect(textOf(runs)).toBe(text)
        for (const fact of facts) {
          const covered = runs.filter(({ covering }) => covering.includes(fact))
          expect(textOf(covered)).toBe(fact.source.exact)
          expect(runs.filter(({ ending }) => ending.includes(fact))).toHaveLength(1)
          expect(runs.filter(({ beginning }) => beginning.includes(fact))).toHaveLength(1)
        }
      }),
    )
  })
})
