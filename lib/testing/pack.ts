import type { Pack, PackDocument, PackFact, PackQuestion } from '#lib/session/index.ts'

/** A section of a fixture: facts are marked in its prose as `[[quote]]` or `[[quote|statement]]`, and may be nested. */
export type MarkedSection = { heading: string; text: string }

type Marked = { start: number; end: number; exact: string; statement: string }

/** The prose without its marks, and the spans that they enclosed, outer before inner. */
const unmark = (text: string): { plain: string; marks: Marked[] } => {
  const open: { start: number; order: number }[] = []
  const found: (Marked & { order: number })[] = []
  let plain = ''
  let order = 0
  for (const piece of text.split(/(\[\[|\|[^\]|[]*\]\]|\]\])/)) {
    if (piece === '[[') open.push({ start: plain.length, order: order++ })
    else if (piece.endsWith(']]')) {
      const from = open.pop()
      if (!from) throw new Error(`A mark closes that never opened: ${piece}`)
      const exact = plain.slice(from.start)
      const statement = piece.startsWith('|') ? piece.slice(1, -2) : exact
      found.push({ start: from.start, end: plain.length, exact, statement, order: from.order })
    } else plain += piece
  }
  return { plain, marks: found.sort((a, b) => a.order - b.order).map(({ order: _, ...mark }) => mark) }
}

const documentOf = (id: string, title: string, sections: MarkedSection[]) => {
  const document: PackDocument = { id, title, source: 'Written for the tests', text: title, sections: [] }
  const marks: (Marked & { sectionId: string })[] = []
  sections.forEach(({ heading, text }, index) => {
    const start = document.text.length + 2
    const { plain, marks: here } = unmark(text)
    const shift = start + heading.length + 2
    const sectionId = `${id}-s${index + 1}`
    document.text += `\n\n${heading}\n\n${plain}`
    document.sections.push({ id: sectionId, heading, start, end: document.text.length })
    for (const mark of here) marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift, sectionId })
  })
  return { document, marks }
}

/** The question every fixture fact gets: its quote with the last word left out, typed. */
const clozeOf = (fact: PackFact, exact: string): PackQuestion => {
  const last = exact.split(' ').at(-1) ?? exact
  return {
    id: `${fact.id}-q1`,
    version: 1,
    factIds: [fact.id],
    direction: 'forward',
    form: 'cloze',
    stem: `${exact.slice(0, exact.length - last.length)}____`,
    key: last,
    accepted: [last],
    rationale: fact.statement,
  }
}

/** A pack of one document whose facts are marked in its prose: every offset is right, every fact has one question. */
export const packOfMarked = (id: string, title: string, sections: MarkedSection[]): Pack => {
  const { document, marks } = documentOf(`${id}-d1`, title, sections)
  const facts = marks.map(
    ({ start, end, exact, statement, sectionId }, index): PackFact => ({
      id: `${id}-f${index + 1}`,
      version: 1,
      number: index + 1,
      statement,
      source: { kind: 'span', documentId: document.id, start, end, exact },
      sectionId,
      directions: ['forward'],
    }),
  )
  const questions = facts.map((fact) => clozeOf(fact, fact.source.kind === 'span' ? fact.source.exact : fact.statement))
  return { setId: id, version: 1, title, language: 'en', documents: [document], facts, questions, aliases: [] }
}

/** Three sections on a lighthouse, ten facts, two of them nested and two on one sentence. */
export const packOfLighthouse = (id = 'lighthouse'): Pack =>
  packOfMarked(id, 'The light at Skerry Point', [
    {
      heading: 'Before the tower',
      text: '[[Fishermen lit fires of peat on Skerry Point from 1690|Fires of peat burned on the point from 1690]]. In the winter of 1781 [[the brig Amity broke up on the reef with [[forty-one hands|The Amity had a crew of forty-one]]|The Amity was lost on the reef in 1781]], and the town asked for a tower.\n\nParliament agreed [[in the spring of 1784]], after a second petition.',
    },
    {
      heading: 'Building it',
      text: '[[Agnes Rennick drew the tower|Agnes Rennick was its architect]] and [[the masons came from Fife]]. They set [[[[2,140 blocks of granite|2,140 blocks went into it]] in three summers|It took three summers to build]], each dovetailed to the next so that no wave could lift one alone.',
    },
    {
      heading: 'The lamp',
      text: '[[The lamp was first lit on 9 March 1789]]. [[A lens from Paris replaced its mirrors in 1837|The Paris lens came in 1837]]; before that its keepers burned whale oil, and complained of the smell in every letter that survives.',
    },
  ])
