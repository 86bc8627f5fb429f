import { LINES } from './columns.ts'
import { type Acceptance, CATCH_RATE_NEEDED, type Summary } from './rated.ts'
import { bounded, decimal, percent, type Table } from './table.ts'
import type { Share } from './wilson.ts'

const judges = ({ raters, both }: Summary): [string, Acceptance][] => [
  ...raters.map((rater): [string, Acceptance] => [`rater ${rater.name}`, rater]),
  ...(both ? [['both', both] satisfies [string, Acceptance]] : []),
]

const acceptance = (summary: Summary): Table => {
  const columns = judges(summary)
  const rows = (kind: string, groupOf: (of: Acceptance) => Record<string, Share>) =>
    [...new Set(columns.flatMap(([, of]) => Object.keys(groupOf(of))))].sort().map((name) => [
      `${kind} ${name}`,
      ...columns.map(([, of]) => {
        const share = groupOf(of)[name]
        return share ? bounded(share) : '—'
      }),
    ])
  return {
    title: 'Accepted questions (every applicable line of the rubric is yes), with Wilson 95 % bounds',
    head: ['questions', ...columns.map(([name]) => name)],
    rows: [
      ['all', ...columns.map(([, { all }]) => bounded(all))],
      ...rows('form', ({ forms }) => forms),
      ...rows('domain', ({ domains }) => domains),
      ...rows('half', ({ halves }) => halves),
    ],
  }
}

const raters = ({ raters: all }: Summary): Table => ({
  title: 'Raters',
  head: ['', ...all.map(({ name }) => `rater ${name}`)],
  rows: [
    ['planted bad ones caught', ...all.map(({ caught }) => bounded(caught))],
    ['written by hand, accepted', ...all.map(({ hand }) => bounded(hand))],
    ['rows left out', ...all.map(({ excluded }) => String(excluded))],
    ...LINES.map((line) => [`refused: ${line}`, ...all.map(({ refused }) => String(refused[line] ?? 0))]),
  ],
})

/** Why a summary must not be believed, or that nothing shows it may be; null where its raters proved themselves. */
export const warningOf = (summary: Summary): string | null => {
  if (summary.void === null) return 'No bad rows were planted: nothing shows that the raters would have seen any.'
  return summary.void
    ? `VOID: a rater caught under ${percent(CATCH_RATE_NEEDED)} of the planted bad rows, so none of these figures counts.`
    : null
}

export const agreementLine = ({ both }: Summary): string | null =>
  both &&
  `Agreement of the two raters: ${percent(both.agreement.share)} of ${both.agreement.n} questions, Cohen’s kappa ${decimal(both.agreement.kappa, 2)}.`

export const ratedTables = (summary: Summary): Table[] => [acceptance(summary), raters(summary)]
