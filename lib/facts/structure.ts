import type { Block, Document } from '#lib/source/index.ts'
import { contentHash } from './hash.ts'
import type { Fact, Slot } from './types.ts'
import { tidy } from './view.ts'

const MAX_COLUMNS = 12
const MAX_ROWS = 200
/** Entries of a long glossary that are options for each other. */
const NEIGHBOURS = 200

const emptyFact = { edits: [], tokens: [], mentions: [], dates: [] }

const textOf = (document: Document, span: { start: number; end: number }) =>
  tidy(document.text.slice(span.start, span.end))

const sectionAt = (document: Document, offset: number): number => {
  let low = 0
  let high = document.sections.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((document.sections[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

const isValue = (text: string) =>
  text.length > 0 &&
  text.length <= 60 &&
  /[\p{L}\p{N}]/u.test(text) &&
  !/^(?:n\/?a|none|unknown|yes|no|-|–|—|tba|tbd|various|see .*)$/i.test(text)

/** Variants of a cell's value: with and without its bracket. */
const acceptedCell = (text: string): string[] => {
  const short = text.replace(/\s*\([^()]*\)\s*/g, ' ').trim()
  const plain = short.replaceAll(',', '')
  return [...new Set([text, short, ...(/^\d[\d,.]*$/.test(short) ? [plain] : [])])].filter((value) => value !== '')
}

type Table = { header: Block; rows: Block[] }

const tablesOf = (document: Document): Table[] => {
  const out: Table[] = []
  let open: { group: number; blocks: Block[] } | null = null
  const close = () => {
    const [header, ...rows] = open?.blocks ?? []
    if (
      header &&
      rows.length >= 2 &&
      (header.header || header.cells?.every((cell) => /^[^\d]*$/.test(textOf(document, cell))))
    )
      out.push({ header, rows })
  }
  for (const block of document.blocks) {
    if (block.kind !== 'row') continue
    if (!open || open.group !== block.group) {
      close()
      open = { group: block.group ?? -1, blocks: [] }
    }
    open.blocks.push(block)
  }
  close()
  return out
}

/** Each cell beside the first of its row is a fact; the other cells of its column are its only fit options. */
const tableFacts = (document: Document, table: Table): Fact[] => {
  const headers = (table.header.cells ?? []).map((cell) => textOf(document, cell))
  if (headers.length < 2 || headers.length > MAX_COLUMNS) return []
  const rows = table.rows.slice(0, MAX_ROWS).filter((row) => row.cells?.length === headers.length)
  const labels = rows.map((row) => textOf(document, row.cells?.[0] ?? row))
  if (new Set(labels).size !== labels.length) return []
  const out: Fact[] = []
  for (let column = 1; column < headers.length; column++) {
    const header = headers[column] ?? ''
    const values = rows.map((row) => textOf(document, row.cells?.[column] ?? row))
    if (!/\p{L}{2}/u.test(header) || header.length > 40 || new Set(values).size < 2) continue
    const siblings = [...new Set(values.filter(isValue))]
    rows.forEach((row, i) => {
      const value = values[i] ?? ''
      const label = labels[i] ?? ''
      const cell = row.cells?.[column]
      if (!cell || !isValue(value) || !isValue(label) || value.split(' ').length > 6) return
      out.push(structural(document, 'table', row, cell, { label, header, first: headers[0] ?? '', value, siblings }))
    })
  }
  return out
}

type Cell = { label: string; header: string; first: string; value: string; siblings: string[] }

const lowerHeader = (header: string) =>
  /^\p{Lu}[\p{Lu}\d]/u.test(header) ? header : header.slice(0, 1).toLowerCase() + header.slice(1)

const structural = (
  document: Document,
  kind: Fact['kind'],
  row: Block,
  cell: { start: number; end: number },
  { label, header, first, value, siblings }: Cell,
): Fact => {
  const section = sectionAt(document, row.start)
  const heading = document.sections[section]?.heading ?? document.title
  const slot: Slot = {
    start: cell.start,
    end: cell.end,
    kind: /^[\d.,]+$/.test(value) ? 'quantity' : 'term',
    answer: value,
    accepted: acceptedCell(value),
    hint: null,
    siblings,
  }
  return {
    id: contentHash(`table|${heading}|${label}|${header}`),
    kind,
    statement: `${label}: ${lowerHeader(header)} ${value}.`,
    quote: { start: row.start, end: row.end, exact: document.text.slice(row.start, row.end) },
    sentence: -1,
    section,
    slot,
    ...emptyFact,
    subject: label,
    relation: header,
    confidence: siblings.length > 3 ? 0.8 : 0.72,
    wh: `In the table “${heading}”, what is the ${lowerHeader(header)} of the ${lowerHeader(first) || 'entry'} ${label}?`,
  }
}

const DEFINED = /^([^:–—.]{2,48}?)\s*(?::|[–—]|\s-\s)\s+(\S.{18,})$/s

/** Glossary entries: a term and its definition, as a definition list or as items "term: definition". */
const glossaryFacts = (document: Document): Fact[] => {
  const entries: {
    term: string
    termSpan: { start: number; end: number }
    definition: string
    start: number
    end: number
    group: number
  }[] = []
  document.blocks.forEach((block, i) => {
    const next = document.blocks[i + 1]
    if (block.kind === 'term' && next?.kind === 'definition') {
      entries.push({
        term: textOf(document, block),
        termSpan: block,
        definition: textOf(document, next),
        start: block.start,
        end: next.end,
        group: block.group ?? 0,
      })
    }
    if (block.kind !== 'item') return
    const raw = document.text.slice(block.start, block.end)
    const match = DEFINED.exec(raw.slice(0, 600))
    if (
      !match?.[1] ||
      !match[2] ||
      raw.length > 600 ||
      /^(?:note|warning|tip|example|e\.g|http|step \d)/i.test(match[1])
    )
      return
    entries.push({
      term: tidy(match[1]),
      termSpan: { start: block.start, end: block.start + match[1].length },
      definition: tidy(match[2].replace(/ ?\((?:see|Figure|Fig\.|Table) [^()]{0,80}\)/g, '')),
      start: block.start,
      end: block.end,
      group: block.group ?? 0,
    })
  })
  const byGroup = new Map<number, typeof entries>()
  for (const entry of entries) {
    const list = byGroup.get(entry.group)
    if (list) list.push(entry)
    else byGroup.set(entry.group, [entry])
  }
  return [...byGroup.values()].filter((list) => list.length >= 2).flatMap((list) => listFacts(document, list))
}

/** Facts of one glossary; a long one is cut into stretches, so that each entry has a bounded number of neighbours. */
const listFacts = (document: Document, list: Entry[]): Fact[] => {
  const out: Fact[] = []
  for (let from = 0; from < list.length; from += NEIGHBOURS) {
    const near = list.slice(from, from + NEIGHBOURS)
    const siblings = near.map((entry) => entry.term).filter((term) => term.split(' ').length <= 4)
    for (const entry of near) {
      const fact = glossaryFact(document, entry, siblings)
      if (fact) out.push(fact)
    }
  }
  return out
}

type Entry = { term: string; termSpan: { start: number; end: number }; definition: string; start: number; end: number }

const glossaryFact = (document: Document, entry: Entry, siblings: string[]): Fact | null => {
  const { term, definition } = entry
  const words = term.split(' ')
  const first = definition.split(/(?<=[.;]) /)[0] ?? definition
  const short = first.replace(/[.;]$/, '')
  const leaked = words.some(
    (word) => word.length > 3 && short.toLowerCase().includes(word.toLowerCase().replace(/s$/, '')),
  )
  if (
    words.length > 4 ||
    !/^\p{L}/u.test(term) ||
    short.split(' ').length < 4 ||
    short.split(' ').length > 32 ||
    leaked ||
    /\b(?:this|these|it|they|we|you|your)\b/i.test(short)
  )
    return null
  const section = sectionAt(document, entry.start)
  const answer =
    /^\p{Lu}\p{Ll}+$/u.test(words[0] ?? '') && words.slice(1).every((word) => /^\p{Ll}/u.test(word))
      ? term.slice(0, 1).toLowerCase() + term.slice(1)
      : term
  const plain = answer.replace(/\s*\([^()]*\)$/, '')
  const inside = /\(([^()]+)\)$/.exec(answer)?.[1]
  return {
    id: contentHash(`glossary|${term}`),
    kind: 'definition',
    statement: `${term}: ${short}.`,
    quote: { start: entry.start, end: entry.end, exact: document.text.slice(entry.start, entry.end) },
    sentence: -1,
    section,
    slot: {
      ...entry.termSpan,
      kind: 'term',
      answer,
      accepted: [...new Set([answer, plain, ...(inside ? [inside] : [])])],
      hint: null,
      siblings,
    },
    ...emptyFact,
    subject: term,
    relation: 'means',
    confidence: 0.85,
    wh: `Which term is described as follows: “${short.slice(0, 1).toLowerCase()}${short.slice(1)}”?`,
    label: short,
  }
}

/** Facts that stand in tables and lists rather than in sentences. */
export const structuralFacts = (document: Document): Fact[] => [
  ...tablesOf(document).flatMap((table) => tableFacts(document, table)),
  ...glossaryFacts(document),
]
