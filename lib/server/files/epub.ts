import type { Parts } from './unpack.ts'
import { all, parseXml, pathFrom } from './xml.ts'

const CONTAINER = 'META-INF/container.xml'

/** What lies within the body of a chapter, as it is written: the reader of pages copes with the rest. */
const bodyOf = (html: string): string => /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html

/** The chapters of a book in the order in which it is read. */
export const readEpub = async (parts: Parts): Promise<string> => {
  const container = parseXml((await parts.text(CONTAINER)) ?? '')
  const opf = all(container, 'rootfile')[0]?.getAttribute('full-path') ?? ''
  const book = parseXml((await parts.text(opf)) ?? '')
  const items = new Map(all(book, 'item').map((item) => [item.getAttribute('id'), item]))
  const html: string[] = []
  for (const reference of all(book, 'itemref')) {
    const item = items.get(reference.getAttribute('idref'))
    const isChapter = /html/.test(item?.getAttribute('media-type') ?? '')
    const isNavigation = /\bnav\b/.test(item?.getAttribute('properties') ?? '')
    if (!item || !isChapter || isNavigation || reference.getAttribute('linear') === 'no') continue
    const chapter = await parts.text(pathFrom(opf, decodeURIComponent(item.getAttribute('href') ?? '')))
    if (chapter) html.push(`<section>${bodyOf(chapter)}</section>`)
  }
  return html.join('')
}
