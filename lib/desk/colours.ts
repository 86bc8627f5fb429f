/** Colours that a set's cover may have. */
export const COLOURS = ['clay', 'sand', 'moss', 'sea', 'slate', 'plum'] as const
export type Colour = (typeof COLOURS)[number]
