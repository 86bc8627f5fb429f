/** The class of a title beside which the colour of its set's cover stands; empty where it has none. */
export const spineOf = (colour: string | null | undefined): string => (colour ? `spine cover-${colour}` : '')
