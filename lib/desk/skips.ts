/** Why nothing was asked of a sentence, as a screen can say it. */
const SKIPS = {
  unnamed: /has no antecedent$/,
  outside: /points outside$/,
  leans: /leans on the sentence before$/,
  nothing: /^nothing certain to ask$/,
  reader: /^speaks to or for the reader$/,
  piece: /^not a whole sentence$|^too short$/,
  negated: /^negated$/,
  question: /^question$/,
  ahead: /^plan or forecast$/,
  opinion: /^opinion$/,
  quotation: /^quotation$/,
  possible: /^possibility, not a fact$/,
  replaced: /^figure that was replaced$/,
  furniture: /^part of the page, not of the text$/,
  before: /^stated before$/,
  long: /^too long$/,
} as const
export type Skip = keyof typeof SKIPS

/** The kind of a reason that the generator gave, and the word it is about, where it is about one. */
export const skipOf = (reason: string): { readonly skip: Skip | 'other'; readonly word: string | null } => {
  const word = /^“(.*)”/.exec(reason)?.[1] ?? null
  const found = (Object.keys(SKIPS) as Skip[]).find((skip) => SKIPS[skip].test(reason))
  return { skip: found ?? 'other', word }
}
