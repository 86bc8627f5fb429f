import { type Agreement, agreement } from './kappa.ts'
import type { Key, Origin } from './sheet.ts'
import { type Tally, tally } from './tally.ts'
import type { Rated, Verdict } from './verdict.ts'
import { type Share, wilson } from './wilson.ts'

/** A sheet whose raters let more of the planted rows through says nothing of the others. */
export const CATCH_RATE_NEEDED = 0.8

/** Shares of accepted questions (every applicable line of the rubric is yes) among the generated ones. */
export type Acceptance = {
  all: Share
  forms: Record<string, Share>
  domains: Record<string, Share>
  halves: Record<string, Share>
}

export type RaterSummary = Acceptance & {
  name: string
  /** Rows left out. */
  excluded: number
  /** How often each line of the rubric was answered with no, over the generated questions. */
  refused: Tally
  /** Of rows written by hand, how many were accepted; of planted ones, how many were refused. */
  hand: Share
  caught: Share
}

export type Summary = {
  /** When and by which commit the questions were made, and the seed of the sample. */
  date: string
  commit: string
  seed: string
  /** Generated questions on the sheet. */
  questions: number
  /** Whether a rater caught too few of the planted rows; null where none were planted. */
  void: boolean | null
  raters: RaterSummary[]
  /** Of two raters: over generated questions that both rated in full. Accepted where both accept. */
  both: (Acceptance & { agreement: Agreement }) | null
}

type Judged = { row: Verdict['row']; accepted: boolean }

const isAccepted = ({ refused }: Verdict): boolean => refused.length === 0
const shareOf = (judged: readonly Judged[]): Share =>
  wilson(judged.filter(({ accepted }) => accepted).length, judged.length)

const grouped = (judged: readonly Judged[], nameOf: (one: Judged) => string): Record<string, Share> =>
  Object.fromEntries(
    [...new Set(judged.map(nameOf))]
      .sort()
      .map((name) => [name, shareOf(judged.filter((one) => nameOf(one) === name))]),
  )

const acceptance = (judged: readonly Judged[]): Acceptance => ({
  all: shareOf(judged),
  forms: grouped(judged, ({ row }) => row.form),
  domains: grouped(judged, ({ row }) => row.domain),
  halves: grouped(judged, ({ row }) => row.half ?? 'other'),
})

const from = (verdicts: readonly Verdict[], origin: Origin): Verdict[] =>
  verdicts.filter(({ row }) => row.origin === origin)
const judgedOf = (verdicts: readonly Verdict[]): Judged[] =>
  verdicts.map((verdict) => ({ row: verdict.row, accepted: isAccepted(verdict) }))

const raterSummary = (name: string, { verdicts }: Rated, { rows }: Key): RaterSummary => {
  const generated = from(verdicts, 'generated')
  const planted = from(verdicts, 'planted')
  return {
    name,
    excluded: Object.keys(rows).length - verdicts.length,
    ...acceptance(judgedOf(generated)),
    refused: tally(generated.flatMap(({ refused }) => refused)),
    hand: shareOf(judgedOf(from(verdicts, 'hand'))),
    caught: wilson(planted.filter((one) => !isAccepted(one)).length, planted.length),
  }
}

const together = (a: Rated, b: Rated): NonNullable<Summary['both']> => {
  const others = new Map(b.verdicts.map((verdict) => [verdict.id, verdict]))
  const pairs = from(a.verdicts, 'generated').flatMap((mine) => {
    const theirs = others.get(mine.id)
    return theirs ? [{ row: mine.row, mine: isAccepted(mine), theirs: isAccepted(theirs) }] : []
  })
  return {
    ...acceptance(pairs.map(({ row, mine, theirs }) => ({ row, accepted: mine && theirs }))),
    agreement: agreement(pairs.map(({ mine, theirs }) => [mine, theirs] as const)),
  }
}

const isVoid = (raters: readonly RaterSummary[], key: Key): boolean | null =>
  Object.values(key.rows).some(({ origin }) => origin === 'planted')
    ? raters.some(({ caught }) => (caught.share ?? 0) < CATCH_RATE_NEEDED)
    : null

/** What one or two rated sheets say. Raters are called A and B. */
export const summaryOf = (rated: readonly [Rated] | readonly [Rated, Rated], key: Key): Summary => {
  const [a, b] = rated
  const raters = [raterSummary('A', a, key), ...(b ? [raterSummary('B', b, key)] : [])]
  const { date, commit, seed, rows } = key
  return {
    ...{ date, commit, seed },
    questions: Object.values(rows).filter(({ origin }) => origin === 'generated').length,
    void: isVoid(raters, key),
    raters,
    both: b ? together(a, b) : null,
  }
}
