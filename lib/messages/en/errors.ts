/** What a refused request says to a learner. */
export const errors = {} as const
