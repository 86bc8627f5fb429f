/** A stretch of a text in UTF-16 code units; `end` is exclusive. */
export type Stretch = { readonly start: number; readonly end: number }

/** A piece of text under the same marks throughout. */
export type Run<M> = {
  readonly start: number
  readonly text: string
  /** What covers it, the innermost (shortest, then earliest given) last. */
  readonly covering: readonly M[]
  /** What begins here, in the order given. */
  readonly beginning: readonly M[]
  /** What ends here, in the order given. */
  readonly ending: readonly M[]
}

/** Paragraphs are parted by empty lines; the white space around each is left out. */
export const paragraphsOf = (text: string): Stretch[] =>
  [...text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))

/** A stretch of a text cut where marks begin and end, so that nested and overlapping ones each keep their place. */
export const runsOf = <M extends Stretch>(
  text: string,
  { start: from, end: to }: Stretch,
  marks: readonly M[],
): Run<M>[] => {
  const here = marks
    .filter(({ start, end }) => start < to && end > from)
    .map((mark, order) => ({ mark, order, start: Math.max(mark.start, from), end: Math.min(mark.end, to) }))
  const cuts = [...new Set([from, to, ...here.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to
    const covering = here
      .filter((one) => one.start <= start && one.end >= end)
      .sort((a, b) => b.end - b.start - (a.end - a.start) || b.order - a.order)
    return {
      start,
      text: text.slice(start, end),
      covering: covering.map(({ mark }) => mark),
      beginning: here.filter((one) => one.start === start).map(({ mark }) => mark),
      ending: here.filter((one) => one.end === end).map(({ mark }) => mark),
    }
  })
}
