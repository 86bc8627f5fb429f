import type { Summary } from './rated.ts'
import { agreementLine, ratedTables, warningOf } from './rated-tables.ts'
import { reportOf } from './report.ts'
import { HALVES, type Half, type Subject } from './subject.ts'
import { bounded, markdownTable, type Table } from './table.ts'
import { tablesOf } from './tables.ts'

const ABOUT: Record<Half, string> = {
  unread: 'Documents that nobody who writes rules has read: what the generator does to prose it does not know.',
  worked: 'Documents on which rules were written. The distance to the unread half is what the rules owe to them.',
  other: 'Prose without listed facts.',
}

const half = (name: Half, subjects: readonly Subject[]): string[] => {
  const ours = subjects.filter((subject) => subject.half === name)
  if (ours.length === 0) return []
  return [`## The ${name} half`, ABOUT[name], ...tablesOf(reportOf(ours)).map(markdownTable)]
}

const heading = ({ date, commit, seed, questions }: Summary): string =>
  `${questions} questions, made on ${date} by commit ${commit}, seed ${seed}`

const ratingsTable = (ratings: readonly Summary[]): Table => ({
  title: 'Before and after',
  head: ['sheet', 'accepted by A', 'accepted by B', 'accepted by both'],
  rows: ratings.map((summary) => [
    heading(summary) + (summary.void ? ' (void)' : ''),
    ...[summary.raters[0], summary.raters[1], summary.both].map((of) => (of && !summary.void ? bounded(of.all) : '—')),
  ]),
})

const rating = (ratings: readonly Summary[]): string[] => {
  const last = ratings.at(-1)
  if (!last) return []
  const said = [warningOf(last), last.void ? null : agreementLine(last)].filter((line) => line !== null)
  return [
    '## Ratings',
    `By the rubric, the stem judged before its source was seen: ${heading(last)}.`,
    ...said,
    ...(last.void ? [] : ratedTables(last).map(markdownTable)),
    ...(ratings.length > 1 ? [markdownTable(ratingsTable(ratings))] : []),
  ]
}

/** `QUALITY.md`: each half by itself, then the last rating and what the ones before it came to. */
export const qualityOf = (
  subjects: readonly Subject[],
  ratings: readonly Summary[],
  made: { date: string; commit: string },
): string =>
  `${[
    '# Quality of the generator',
    `Measured on ${made.date} at commit ${made.commit} by \`npm run --silent evaluate -- --write\`; not written by hand. ` +
      'A listed fact is answered where a question of tier A on its words asks for its answer. Words a second are those of ' +
      'the machine that measured.',
    ...(['unread', ...HALVES.filter((name) => name !== 'unread')] as const).flatMap((name) => half(name, subjects)),
    ...rating(ratings),
  ].join('\n\n')}\n`
