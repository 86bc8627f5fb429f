import type { TextBuilder } from './builder.ts'

const REACH = 2_000
/** One inline mark at a place: escape, code, image, link, automatic link, tag, footnote reference, entity, emphasis. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  deg: '°',
  times: '×',
}
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Offset just after the closing mark, or -1; looks no further than 2,000 characters, so that a line costs linear time. */
const closing = (text: string, mark: string, from: number): number => {
  const at = text.slice(from, from + REACH).indexOf(mark)
  return at < 0 ? -1 : from + at
}

type Mark = { next: number; inner?: string; emphasis?: boolean; plain?: string }

const linkAt = (text: string, at: number): Mark | null => {
  const close = closing(text, ']', at + 1)
  if (close < 0) return null
  const label = text.slice(at + 1, close)
  if (label.startsWith('^')) return { next: close + 1 }
  if (text[close + 1] === '(') {
    const end = closing(text, ')', close + 2)
    return end < 0 ? null : { next: end + 1, inner: label }
  }
  if (text[close + 1] === '[') {
    const end = closing(text, ']', close + 2)
    return end < 0 ? null : { next: end + 1, inner: label }
  }
  return null
}

const emphasisAt = (text: string, at: number): Mark | null => {
  const character = text[at] ?? ''
  const mark = text.startsWith(character.repeat(2), at) ? character.repeat(2) : character
  const first = text[at + mark.length]
  if (first === undefined || /\s/.test(first)) return null
  if (character === '_' && isWord(text[at - 1])) return null
  const close = closing(text, mark, at + mark.length)
  if (close < 0 || /\s/.test(text[close - 1] ?? ' ')) return null
  if (character === '_' && isWord(text[close + mark.length])) return null
  return { next: close + mark.length, inner: text.slice(at + mark.length, close), emphasis: character !== '~' }
}

const markAt = (text: string, at: number): Mark | null => {
  const character = text[at] ?? ''
  if (character === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? ''))
    return { next: at + 2, plain: text[at + 1] ?? '' }
  if (character === '`') {
    const ticks = /^`{1,3}/.exec(text.slice(at, at + 3))?.[0] ?? '`'
    const close = closing(text, ticks, at + ticks.length)
    return close < 0 ? null : { next: close + ticks.length, plain: text.slice(at + ticks.length, close) }
  }
  if (character === '!' && text[at + 1] === '[') {
    const link = linkAt(text, at + 1)
    return link ? { next: link.next } : null
  }
  if (character === '[') return linkAt(text, at)
  if (character === '<') {
    const tag = /^<(?:\/?[a-zA-Z][^<>]{0,300}|!--[^<>]{0,300}--)>/.exec(text.slice(at, at + 320))?.[0]
    if (!tag) return null
    return { next: at + tag.length, plain: /^<https?:/.test(tag) ? tag.slice(1, -1) : /^<br/i.test(tag) ? ' ' : '' }
  }
  if (character === '&') {
    const entity = /^&([a-z]{2,6});/.exec(text.slice(at, at + 9))
    const plain = ENTITIES[entity?.[1] ?? '']
    return entity && plain !== undefined ? { next: at + entity[0].length, plain } : null
  }
  if (character === '*' || character === '_' || (character === '~' && text[at + 1] === '~')) return emphasisAt(text, at)
  return null
}

const SPECIAL = /[\\`![<&*_~]/g

/** Writes a line of markdown without its marks; bold and italic runs are noted as emphasised. */
export const inlineMarkdown = (text: string, out: TextBuilder, depth = 0): void => {
  let from = 0

  const places = [...text.matchAll(SPECIAL)].map((match) => match.index)
  for (const at of places) {
    if (at < from) continue
    const mark = markAt(text, at)
    if (!mark) continue
    if (at > from) out.add(text.slice(from, at))
    if (mark.emphasis) out.beginEmphasis()
    if (mark.inner !== undefined) {
      if (depth < 6) inlineMarkdown(mark.inner, out, depth + 1)
      else out.add(mark.inner)
    } else if (mark.plain) out.add(mark.plain)
    if (mark.emphasis) out.endEmphasis()
    from = mark.next
  }
  if (from < text.length) out.add(text.slice(from))
}
