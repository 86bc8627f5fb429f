/** What a rater answers with y or n, in the order of the rubric. */
export const LINES = [
  '1 grammatical',
  '2 self-contained',
  '3 one right answer',
  '4 key right by source',
  '5 worth asking',
  '6 options or answers',
] as const
export type Line = (typeof LINES)[number]

/** Judged on the stem, before key and source are seen. */
export const STEM_LINES: readonly Line[] = LINES.slice(0, 2)
/** Options or accepted answers are judged where there are any. */
export const ANSWER_LINE: Line = '6 options or answers'
export const FORMS_WITHOUT_ANSWER_LINE: readonly string[] = ['true-false', 'order', 'match']

export const STEM_COLUMNS = ['id', 'context', 'form', 'stem', 'options', ...STEM_LINES, 'comment']
export const SHEET_COLUMNS = [
  ...['id', 'context', 'form', 'stem', 'options', 'key', 'accepted', 'source'],
  ...[...LINES, 'comment'],
]
export const MIX_COLUMNS = [...['origin', 'domain', 'context', 'form', 'stem', 'options', 'key', 'accepted', 'source']]
