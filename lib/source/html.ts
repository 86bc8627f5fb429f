import type { DefaultTreeAdapterMap } from 'parse5'
import { TextBuilder } from './builder.ts'
import { cleaned } from './clean.ts'
import { htmlTree } from './html-tree.ts'
import type { Block, Extracted } from './types.ts'

type Node = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

const DROPPED = new Set(
  'nav header footer aside script style noscript template svg math form button select input textarea iframe object video audio canvas figure dialog menu'.split(
    ' ',
  ),
)
const DROPPED_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'alert'])
const DROPPED_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navbox|menu|breadcrumbs?|cookies?|banner|footer|sidebar|toc|share|sharing|social|comments?|advert|ads?|promo|related|newsletter|subscribe|reflist|references|reference|editsection|mw-editsection|noprint|skip|pagination|byline|caption|hatnote|metadata|sistersitebox)(?:$|[\s_-])/i
const BLOCKS = new Set(
  'p div section article main body ul ol dl table thead tbody tfoot tr center address details summary fieldset'.split(
    ' ',
  ),
)
const KINDS: Record<string, Block['kind']> = {
  p: 'paragraph',
  blockquote: 'quote',
  pre: 'code',
  dt: 'term',
  dd: 'definition',
}

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string): string =>
  element.attrs.find((candidate) => candidate.name === name)?.value ?? ''

const isDropped = (element: Element): boolean => {
  if (DROPPED.has(element.tagName)) return true
  if (element.attrs.length === 0) return false
  if (DROPPED_ROLES.has(attribute(element, 'role'))) return true
  if (element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'aria-hidden' && value === 'true')))
    return true
  if (element.tagName === 'body' || element.tagName === 'main' || element.tagName === 'article') return false
  return (
    DROPPED_NAMES.test(attribute(element, 'class').slice(0, 300)) ||
    DROPPED_NAMES.test(attribute(element, 'id').slice(0, 100))
  )
}

/** Every element below a node in document order, without recursion, so that depth costs no stack. */
function* elementsBelow(root: { childNodes: Node[] }, enters: (element: Element) => boolean): Generator<Element> {
  const stack = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    if (enters(node)) for (let i = node.childNodes.length - 1; i >= 0; i--) pushDefined(stack, node.childNodes[i])
  }
}

const pushDefined = <T>(stack: T[], item: T | undefined): void => {
  if (item !== undefined) stack.push(item)
}

const plainText = (root: Element): string => {
  const parts: string[] = []
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node && node.nodeName === '#text') parts.push(node.value)
    else if (isElement(node))
      for (let i = node.childNodes.length - 1; i >= 0; i--) pushDefined(stack, node.childNodes[i])
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

type Step = { node: Node } | { leave: Element }

class HtmlReader {
  private readonly out = new TextBuilder()
  private readonly lists: number[] = []
  private readonly tables: { group: number; rows: number }[] = []
  private group = 0
  private inRow = 0
  private inItem = 0

  read(root: { childNodes: Node[] }, title: string): Extracted {
    const stack: Step[] = [...root.childNodes].reverse().map((node) => ({ node }))
    for (let step = stack.pop(); step; step = stack.pop()) {
      if ('leave' in step) {
        this.leave(step.leave)
        continue
      }
      const { node } = step
      if ('value' in node && node.nodeName === '#text') this.out.add(node.value)
      if (!isElement(node) || isDropped(node)) continue
      this.enter(node)
      stack.push({ leave: node })
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) stack.push({ node: child })
      }
    }
    return this.out.result(title)
  }

  private enter(element: Element): void {
    const name = element.tagName
    if (/^h[1-6]$/.test(name)) this.out.begin('heading', { level: Number(name[1]) })
    else if (name === 'table') this.tables.push({ group: this.group++, rows: 0 })
    else if (name === 'ul' || name === 'ol' || name === 'dl') this.lists.push(this.group++)
    if (name === 'tr') this.row(element)
    else if (name === 'td' || name === 'th') this.cell()
    else if (name === 'li') {
      this.inItem++
      this.out.begin('item', { group: this.lists.at(-1) ?? this.group++ })
    } else if (name === 'br') this.out.add(' ')
    else if (/^(?:b|strong|i|em|dfn)$/.test(name)) this.out.beginEmphasis()
    else if (this.inRow > 0) this.out.add(' ')
    else if (name in KINDS && !(name === 'p' && this.inItem > 0)) {
      const group = name === 'dt' || name === 'dd' ? { group: this.lists.at(-1) ?? 0 } : {}
      this.out.begin(KINDS[name] ?? 'paragraph', group)
    } else if (BLOCKS.has(name)) this.inItem > 0 && name === 'p' ? this.out.add(' ') : this.out.end()
  }

  private row(element: Element): void {
    const table = this.tables.at(-1) ?? { group: this.group++, rows: 0 }
    const cells = element.childNodes.filter((node): node is Element => isElement(node))
    const header = cells.length > 1 && cells.every((cell) => cell.tagName === 'th')
    this.out.begin('row', { group: table.group, header })
    table.rows++
    this.inRow++
  }

  private cell(): void {
    if (this.inRow > 0) this.out.beginCell()
    else this.out.add(' ')
  }

  private leave(element: Element): void {
    const name = element.tagName
    if (name === 'tr') {
      this.inRow = Math.max(0, this.inRow - 1)
      this.out.end()
    } else if (name === 'table') this.tables.pop()
    else if (name === 'ul' || name === 'ol' || name === 'dl') {
      this.lists.pop()
      this.out.end()
    } else if (name === 'td' || name === 'th') {
      if (this.inRow > 0) this.out.endCell()
    } else if (name === 'li') {
      this.inItem = Math.max(0, this.inItem - 1)
      this.out.end()
    } else if (/^(?:b|strong|i|em|dfn)$/.test(name)) this.out.endEmphasis()
    else if (/^h[1-6]$/.test(name)) this.out.end()
    else if (this.inRow === 0 && this.inItem === 0 && (name in KINDS || BLOCKS.has(name))) this.out.end()
  }
}

/**
 * The title of a page: a first-level heading outside its frame, best one that the title element repeats, else any first-level
 * heading, else the title element without the site's name.
 */
const titleOf = (page: { childNodes: Node[] }, elements: Element[]): string => {
  const element = elements.find((candidate) => candidate.tagName === 'title')
  const whole = element ? plainText(element) : ''
  const headings = (some: Iterable<Element>) =>
    [...some]
      .filter(({ tagName }) => tagName === 'h1')
      .map(plainText)
      .filter((text) => text !== '' && text.length < 160)
  const inside = headings(elementsBelow(page, (candidate) => !isDropped(candidate)))
  const known = inside.length > 0 ? inside : headings(elements)
  const heading = known.find((text) => whole.includes(text)) ?? known[0]
  return heading ?? whole.split(/\s+[|–—·]\s+|\s+-\s+/)[0] ?? ''
}

/**
 * A page without its frame: navigation, headers, footers, asides and scripts are dropped; tables and lists are kept. Null
 * where its tags are too tangled.
 */
export const readHtml = (raw: string): Extracted | null => {
  const page = htmlTree(cleaned(raw))
  if (!page) return null
  const elements = [...elementsBelow(page, () => true)]
  const main = elements.find((element) => element.tagName === 'main' || attribute(element, 'role') === 'main')
  const articles = elements.filter((element) => element.tagName === 'article')
  const root = main ?? (articles.length === 1 ? articles[0] : undefined)
  const title = titleOf(page, elements)
  const inner = root ? new HtmlReader().read(root, title) : null
  if (inner && inner.text.length > 200) return inner
  return new HtmlReader().read(page, title)
}
