import { coverageOf } from './coverage.ts'
import { type Counts, measured } from './measure.ts'
import { type Rates, ratesOf } from './rates.ts'
import { HALVES, type Half, type Subject } from './subject.ts'
import { fallsOf } from './traps.ts'

export type Figures = Counts & { rates: Rates }

/** A trap by its place in the file, and what was asked. */
export type NamedFall = { trap: number; kind: string; questionId: string; form: string; asked?: string }
export type Missed = { importance: number; about: string; quote: string; coverage: string }

export type DocumentFigures = {
  name: string
  title: string
  half: Half
  domain: string
  figures: Figures
  fallen: NamedFall[]
  /** Listed facts whose answer is not asked for. Of worked documents only. */
  missed?: Missed[]
}

export type Report = {
  documents: DocumentFigures[]
  /** Halves that have a document. */
  halves: Partial<Record<Half, Figures>>
  domains: { half: Half; domain: string; figures: Figures }[]
  all: Figures
}

const figuresOf = (subjects: readonly Subject[]): Figures => {
  const counts = measured(subjects)
  return { ...counts, rates: ratesOf(counts) }
}

/** Wording is shown of documents on which rules are written and of none that must stay unread. */
const document = (subject: Subject): DocumentFigures => {
  const { name, half, domain, generated, facts, traps } = subject
  const shown = half === 'worked'
  const coverage = coverageOf(subject)
  const fallen = fallsOf(subject).map(({ trap, question: { id, form, stem, key } }) => ({
    trap: traps.indexOf(trap) + 1,
    kind: trap.kind,
    questionId: id,
    form,
    ...(shown ? { asked: `${stem} = ${[key].flat().join(' > ')}` } : {}),
  }))
  const missed = facts
    .map(({ importance, about, quote }, i) => ({ importance, about, quote, coverage: coverage[i] ?? 'none' }))
    .filter((fact) => fact.coverage !== 'answered')
  return {
    name,
    title: generated.document.title,
    half,
    domain,
    figures: figuresOf([subject]),
    fallen,
    ...(shown ? { missed } : {}),
  }
}

export const reportOf = (subjects: readonly Subject[]): Report => {
  const halves = HALVES.map((half) => [half, subjects.filter((one) => one.half === half)] as const).filter(
    ([, ours]) => ours.length > 0,
  )
  return {
    documents: subjects.map(document),
    halves: Object.fromEntries(halves.map(([half, ours]) => [half, figuresOf(ours)])),
    domains: halves.flatMap(([half, ours]) =>
      [...new Set(ours.map(({ domain }) => domain))].sort().map((domain) => ({
        half,
        domain,
        figures: figuresOf(ours.filter((one) => one.domain === domain)),
      })),
    ),
    all: figuresOf(subjects),
  }
}
