import { escaped } from './types.ts'
import type { Parts } from './unpack.ts'
import { all, parseXml, pathFrom } from './xml.ts'

const PRESENTATION = 'ppt/presentation.xml'
const RELATIONS = 'ppt/_rels/presentation.xml.rels'
const TITLES = new Set(['title', 'ctrTitle'])
/** What stands on every slide and belongs to none. */
const FURNITURE = new Set(['ftr', 'dt', 'sldNum', 'hdr'])

const linesOf = (shape: Element): string[] =>
  all(shape, 'p')
    .map((paragraph) =>
      all(paragraph, 't')
        .map((run) => run.textContent ?? '')
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)

const kindOf = (shape: Element): string => all(shape, 'ph')[0]?.getAttribute('type') ?? ''

const rowsOf = (table: Element): string =>
  all(table, 'tr')
    .map(
      (row) =>
        `<tr>${all(row, 'tc')
          .map((cell) => `<td>${escaped(linesOf(cell).join(' '))}</td>`)
          .join('')}</tr>`,
    )
    .join('')

const slideHtml = (xml: string, number: number): string => {
  const slide = parseXml(xml)
  const shapes = all(slide, 'sp')
  const title = shapes.find((shape) => TITLES.has(kindOf(shape)))
  const heading = title ? linesOf(title).join(' ') : ''
  const bodies = shapes
    .filter((shape) => shape !== title && !FURNITURE.has(kindOf(shape)))
    .map(linesOf)
    .map((lines) =>
      lines.length > 1
        ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
        : `<p>${escaped(lines[0] ?? '')}</p>`,
    )
  const tables = all(slide, 'tbl').map((table) => `<table>${rowsOf(table)}</table>`)
  return `<h2>${escaped(heading || `Slide ${number}`)}</h2>${bodies.join('')}${tables.join('')}`
}

/** The slides in their order, each under its title; what is said in notes stays out. */
export const readPptx = async (parts: Parts): Promise<string> => {
  const presentation = parseXml((await parts.text(PRESENTATION)) ?? '')
  const relations = parseXml((await parts.text(RELATIONS)) ?? '')
  const targets = new Map(
    all(relations, 'Relationship').map((one) => [one.getAttribute('Id'), one.getAttribute('Target') ?? '']),
  )
  const html: string[] = []
  for (const [index, id] of all(presentation, 'sldId').entries()) {
    const target = targets.get(id.getAttribute('r:id') ?? '')
    const xml = target ? await parts.text(pathFrom(PRESENTATION, target)) : null
    if (xml) html.push(slideHtml(xml, index + 1))
  }
  return html.join('')
}
