import { COLOURS } from '#lib/desk/index.ts'
import type { DeskInput } from './input.ts'

/** How a set looks and asks, as its owner chooses. */
export type Look = Pick<DeskInput<'publish'>, 'colour' | 'counts' | 'order'>

/** How a set looks and asks, as its version keeps it. */
export const lookOf = ({ colour, counts, order }: Look) => ({
  ...(colour ? { colour } : {}),
  ...(counts && counts.length > 0 ? { counts } : {}),
  ...(order === 'mixed' ? { order } : {}),
})

type KeptLook = { readonly colour: string | null; readonly counts: unknown; readonly order: string | null }

/** The same as a version keeps it. */
export const keptLook = ({ colour, counts, order }: KeptLook): Look => ({
  colour: COLOURS.find((one) => one === colour) ?? null,
  counts: (counts ?? []) as NonNullable<Look['counts']>,
  order: order === 'mixed' ? 'mixed' : 'text',
})

/** Nothing for a look of which nothing was chosen, so that a set from before there was a choice is not another one. */
export const hashed = (look: object): object[] => (Object.keys(look).length > 0 ? [look] : [])
