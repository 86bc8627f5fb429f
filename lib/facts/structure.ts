import type { Block, Document } from '#lib/source/index.ts'
import { contentHash } from './hash.ts'
import type { Fact, Slot } from './types.ts'
import { tidy } from './view.ts'

const MAX_COLUMNS = 12
const MAX_ROWS = 200
/** Headers that are no name of a property: what stands under them cannot be asked for by them. */
const UNASKED =
  /ed$|^(?:since|until|from|to|what|who|whom|when|where|why|how|uses?|used|notes?|meaning|descriptions?|examples?|remarks?|details?|comments?|purpose)\b/i
/** Entries of a long glossary that are options for each other. */
const NEIGHBOURS = 200
/** Letters of a term, of a column's name, and of a row whose cells are asked. */
const TERM_MOST = 100
const ROW_MOST = 4_000

const emptyFact = { edits: [], turn: null, mentions: [], dates: [] }

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
  if (headers.length < 2 || headers.length > MAX_COLUMNS || (headers[0]?.length ?? 0) > TERM_MOST) return []
  const rows = table.rows
    .slice(0, MAX_ROWS)
    .filter((row) => row.cells?.length === headers.length && row.end - row.start <= ROW_MOST)
  const labels = rows.map((row) => textOf(document, row.cells?.[0] ?? row))
  if (new Set(labels).size !== labels.length) return []
  const out: Fact[] = []
  for (let column = 1; column < headers.length; column++) {
    const header = headers[column] ?? ''
    const values = rows.map((row) => textOf(document, row.cells?.[column] ?? row))
    if (!/\p{L}{2}/u.test(header) || REMARKS.test(header) || header.length > 40 || new Set(values).size < 2) continue
    const siblings = [...new Set(values.filter(isValue))]
    rows.forEach((row, i) => {
      const value = values[i] ?? ''
      const label = labels[i] ?? ''
      const cell = row.cells?.[column]
      if (!cell || !isValue(value) || !isValue(label) || NAMELESS.test(label)) return
      if (value.split(' ').length > 6 || /\p{L}{3}[.;]$/u.test(value)) return
      out.push(structural(document, 'table', row, cell, { label, header, first: headers[0] ?? '', value, siblings }))
    })
  }
  return out
}

type Cell = { label: string; header: string; first: string; value: string; siblings: string[] }

/** A heading of a table as it stands within a sentence: "Boiling Point" → "boiling point", "GDP" as it is. */
const lowerHeader = (header: string): string => {
  const words = header.split(' ')
  const titled =
    words.length > 1 && words.every((word) => /^(?:\p{Lu}|(?:of|and|in|per|the|by|for|to)$|[^\p{L}])/u.test(word))
  return words
    .map((word, i) => ((i === 0 || titled) && /^\p{Lu}(?:\p{Ll}|$)/u.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

/** "Melting point (°C)" → "melting point in °C". */
const unitsIn = (header: string): string =>
  header.replace(/ \(((?:in )?)([^()]{1,12})\)$/, (_, __, unit) => ` in ${unit}`)

/** A heading that is no noun: "Discovered by", "Soluble". */
const OPEN_HEADER = /(?: (?:by|in|on|at|to|from|of|for|as)|able|ible|uble|ed)$|^(?:used|found|made|is|are|has|can) /i
const PLURAL = /(?:[^su]s|ies|ses)$/

/** "what is the melting point of the element iron", with "are" and quotation marks where they are due. */
const cellQuestion = (heading: string, first: string, header: string, label: string): string => {
  const [noun = ''] = lowerHeader(header).split(' (')
  const row = lowerHeader(first)
  const named = label.includes(' ') && row ? `“${label}”` : label
  const entry = `${row ? `the ${row} ` : ''}${named}`
  if (OPEN_HEADER.test(header)) return `In the table “${heading}”, what stands under “${header}” for ${entry}?`
  const is = PLURAL.test(noun) ? 'are' : 'is'
  return `In the table “${heading}”, what ${is} the ${unitsIn(lowerHeader(header))} of ${entry}?`
}

/** Columns whose cells are remarks, and of which each row could hold others. */
const REMARKS =
  /^(?:notes?|comments?|remarks?|examples?|descriptions?|details|sources?|ref(?:erence|\.)?s?|images?|figures?|links?|explanations?)\b|[?:]$/i
/** A row that is no thing with a name: a clause, a number alone. */
const NAMELESS = /\b(?:who|that|which|whose|when|if)\b|^[^\p{L}]*$|[.;?!]$|(?:\S+ ){6}/u

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
    confidence: UNASKED.test(header) ? 0.6 : siblings.length > 3 ? 0.8 : 0.72,
    wh: cellQuestion(heading, first, header, label),
  }
}

const DEFINED = /^([^:–—.]{2,48}?)\s*(?::|[–—]|\s-\s)\s+(\S.{18,})$/s

const bareTerm = (text: string): string => text.replace(/^(?:an?|the) (?=\p{L})/iu, '')

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
        term: bareTerm(textOf(document, block)),
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
      term: bareTerm(tidy(match[1])),
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
  const words = term.slice(0, TERM_MOST).split(' ')
  const first = definition.split(/(?<=[.;]) /)[0] ?? definition
  const short = first.replace(/[.;]$/, '')
  const leaked = words.some(
    (word) => word.length > 3 && short.toLowerCase().includes(word.toLowerCase().replace(/s$/, '')),
  )
  if (
    term.length > TERM_MOST ||
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
