/** The study session and its summary. */
export const study = {} as const
