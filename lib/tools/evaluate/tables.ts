import { FORMS, IMPORTANCES, TIERS } from './measure.ts'
import { GOAL_WORDS_PER_FACT, STRETCH_WORDS_PER_FACT } from './rates.ts'
import type { Figures, Report } from './report.ts'
import { HALVES } from './subject.ts'
import { decimal, percent, ratio, type Table } from './table.ts'
import { ranked, type Tally } from './tally.ts'

const standing = (wordsPerFact: number | null): string => {
  if (wordsPerFact === null || wordsPerFact > GOAL_WORDS_PER_FACT) return 'missed'
  return wordsPerFact > STRETCH_WORDS_PER_FACT ? 'goal' : 'stretch'
}

const MEASURES = ['words', 'facts/100 w', 'words/fact', 'goal', 'words/sentence asked', 'questions/100 w']
const measuresOf = ({ words, rates }: Figures): string[] => [
  String(words),
  decimal(rates.factsPer100, 2),
  decimal(rates.wordsPerFact),
  standing(rates.wordsPerFact),
  decimal(rates.wordsPerSentence),
  decimal(rates.questionsPer100, 2),
]
const GOLD = ['listed answered', 'asked about', 'traps fallen']
const goldOf = ({ rates, traps, fallen }: Figures): string[] => [
  percent(rates.answered),
  percent(rates.asked),
  traps === 0 ? '—' : `${fallen}/${traps}`,
]

/** Each half that has a document, and all together where there is more than one. */
const summed = (report: Report): [string, Figures][] => {
  const halves = HALVES.flatMap((half): [string, Figures][] => {
    const figures = report.halves[half]
    return figures ? [[half, figures]] : []
  })
  return halves.length === 1 ? halves : [...halves, ['all', report.all]]
}

const documents = (report: Report): Table => ({
  title: `Documents (goal: at most ${GOAL_WORDS_PER_FACT} words per distinct fact; stretch: ${STRETCH_WORDS_PER_FACT})`,
  head: ['document', 'half', 'domain', ...MEASURES, ...GOLD, 'words/s'],
  rows: [
    ...report.documents.map(({ name, half, domain, figures }) => [
      name,
      half,
      domain,
      ...measuresOf(figures),
      ...goldOf(figures),
      decimal(figures.rates.wordsPerSecond, 0),
    ]),
    ...summed(report).map(([name, figures]) => [
      '(all)',
      name,
      '',
      ...measuresOf(figures),
      ...goldOf(figures),
      decimal(figures.rates.wordsPerSecond, 0),
    ]),
  ],
})

const coverage = (report: Report): Table => ({
  title: 'Coverage of the listed facts by importance (3 is the highest)',
  head: ['half', 'importance', 'answer asked for', 'asked about at all'],
  rows: summed(report).flatMap(([name, { listed, answered, asked }]) =>
    IMPORTANCES.filter((importance) => listed[importance]).map((importance) => [
      name,
      String(importance),
      ratio(answered[importance] ?? 0, listed[importance] ?? 0),
      ratio(asked[importance] ?? 0, listed[importance] ?? 0),
    ]),
  ),
})

const tiersOf = (forms: Tally, named: readonly string[]): string[] =>
  TIERS.map((tier) => String(named.reduce((sum, form) => sum + (forms[`${form} ${tier}`] ?? 0), 0)))

const domains = (report: Report): Table => ({
  title: 'By domain',
  head: ['half', 'domain', ...MEASURES, ...GOLD, ...TIERS.map((tier) => `tier ${tier}`)],
  rows: report.domains.map(({ half, domain, figures }) => [
    half,
    domain,
    ...measuresOf(figures),
    ...goldOf(figures),
    ...tiersOf(figures.forms, FORMS),
  ]),
})

const forms = (report: Report): Table => ({
  title: 'Questions by form',
  head: ['half', 'form', ...TIERS.map((tier) => `tier ${tier}`)],
  rows: summed(report).flatMap(([name, figures]) =>
    FORMS.map((form) => [name, form, ...tiersOf(figures.forms, [form])]),
  ),
})

const counted = (report: Report, title: string, what: string, tallyOf: (figures: Figures) => Tally): Table => ({
  title,
  head: [what, ...summed(report).map(([name]) => name)],
  rows: ranked(tallyOf(report.all)).map(([name]) => [
    name,
    ...summed(report).map(([, figures]) => String(tallyOf(figures)[name] ?? 0)),
  ]),
})

/** The report as tables; those without a row are left out. */
export const tablesOf = (report: Report): Table[] =>
  [
    documents(report),
    coverage(report),
    domains(report),
    forms(report),
    counted(report, 'Lints that failed (all tiers)', 'lint', ({ lints }) => lints),
    counted(report, 'Sentences without a fact, by reason', 'reason', ({ skipped }) => skipped),
  ].filter(({ rows }) => rows.length > 0)
