/** As it was given: an option's text, what was typed, or the texts in their order; null where nothing was. */
export type Given = string | readonly string[] | null

/** What one learner was asked, and what came of it. */
export type Taken = {
  readonly takerId: string
  /** How much of it is right, 0–1; 0 where nothing was given. */
  readonly share: number
  readonly given: Given
}

/** A question with what all who were asked it answered, each once. */
export type Item = {
  readonly itemId: string
  /** Whether it is part of what learners' totals are made of. */
  readonly counts: boolean
  /** What there was to choose from; null where answers are written or arranged. */
  readonly options: readonly { readonly text: string; readonly isKey: boolean }[] | null
  readonly taken: readonly Taken[]
}

/** A figure with its 95 % interval; null is what so few answers, or such equal ones, do not tell. */
export type Estimate = { readonly value: number | null; readonly low: number | null; readonly high: number | null }

export type OptionTally = {
  readonly text: string
  readonly isKey: boolean
  /** How many chose it, and their share of all who were asked. */
  readonly chosen: number
  readonly share: number
  /** Share of the strong and of the weak group that chose it; null where there are too few for groups. */
  readonly strong: number | null
  readonly weak: number | null
  /** Of a distractor, whether enough chose it for it to be of use; null for a key, and where nobody was asked. */
  readonly works: boolean | null
}

/** Something given and by how many. */
export type Common = { readonly given: string | readonly string[]; readonly count: number }

/** What needs a look, with the figures that say so. */
export type Flag =
  | { readonly kind: 'everyone-missed' | 'everyone-right' }
  | { readonly kind: 'nearly-everyone-missed' | 'hard' }
  | { readonly kind: 'wrong-key-suspected'; readonly by: 'strong'; readonly option: string }
  | { readonly kind: 'wrong-key-suspected'; readonly by: 'discrimination' }
  | { readonly kind: 'does-not-tell-apart' }
  | { readonly kind: 'dead-options'; readonly options: readonly string[] }

export type ItemAnalysis = {
  readonly itemId: string
  readonly counts: boolean
  /** How many were asked, how many had all of it right, some of it wrong, and how many gave nothing. */
  readonly asked: number
  readonly right: number
  readonly missed: number
  readonly unanswered: number
  /** Mean share right. */
  readonly facility: Estimate
  readonly discrimination: Estimate
  readonly options: readonly OptionTally[] | null
  /** Share of the distractors that work; null where there are none. */
  readonly efficiency: number | null
  /** How many the strong group holds, and the weak; null where there are too few for groups. */
  readonly groupSize: number | null
  /** What those who missed it gave, the most frequent first. */
  readonly wrong: readonly Common[]
  readonly flags: readonly Flag[]
}

/** What a quiz as a whole tells of those who took it. Shares 0–1 of what each was asked. */
export type WholeAnalysis = {
  readonly takers: number
  readonly items: number
  readonly mean: number | null
  readonly sd: number | null
  /** Null where not all were asked the same, or where too few or too equal answers are in. */
  readonly alpha: Estimate
  /** Standard error of measurement, in the unit of `sd`. */
  readonly sem: number | null
  /** Whether everybody was asked every question that counts. */
  readonly complete: boolean
  /** Whether every answer is right or wrong, with nothing between: alpha is then KR-20. */
  readonly dichotomous: boolean
}
