/** Fewer people than these make no groups: 27 % of nine are two. */
export const PEOPLE_FOR_GROUPS = 10
/**
 * Share of the people in each of the two groups. Kelley (1939), "The selection of upper and lower groups for the validation of
 * test items", J. Educ. Psychol. 30.
 */
const GROUP_SHARE = 0.27
/** Digits to which two scores are the same. */
const SAME = 1e9

/** How much of each person, 0–1, is in a group of `size` taken from the top of the scores. */
const fromTop = (scores: readonly number[], size: number): number[] => {
  const byScore = new Map<number, number[]>()
  scores.forEach((score, at) => {
    const same = Math.round(score * SAME)
    const people = byScore.get(same)
    if (people) people.push(at)
    else byScore.set(same, [at])
  })
  const weights = scores.map(() => 0)
  let room = size
  for (const score of [...byScore.keys()].sort((a, b) => b - a)) {
    const people = byScore.get(score) ?? []
    for (const at of people) weights[at] = Math.min(1, room / people.length)
    room -= Math.min(room, people.length)
    if (room === 0) break
  }
  return weights
}

export type Groups = { readonly size: number; readonly strong: readonly number[]; readonly weak: readonly number[] }

/**
 * Who is in the strong and who in the weak group by these scores; null where there are too few. Those who tie at the border
 * share the places that are left, so that nothing hangs on the order in which people come.
 */
export const groupsOf = (scores: readonly number[]): Groups | null => {
  if (scores.length < PEOPLE_FOR_GROUPS) return null
  const size = Math.round(scores.length * GROUP_SHARE)
  const negated = scores.map((score) => -score)
  return { size, strong: fromTop(scores, size), weak: fromTop(negated, size) }
}
