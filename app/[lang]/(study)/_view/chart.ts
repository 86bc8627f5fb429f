/** Geometry of the drawings, in the units of their viewBox. */
export const WIDTH = 342
/** The labels at the right edge stand beyond this. */
export const PLOT_WIDTH = 306

export type Scale = (value: number) => number

/** Maps `domain` onto `range` in a straight line. */
export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale =>
  (value) =>
    to === from ? start : start + ((value - from) / (to - from)) * (end - start)

const at = (value: number): string => String(Math.round(value * 10) / 10)

/** `M x y L x y …` through the points. */
export const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('')

/** The outline of a band: along its upper edge and back along the lower one. */
export const band = (points: readonly (readonly [x: number, low: number, high: number])[]): string =>
  points.length === 0
    ? ''
    : `${path([...points.map(([x, , high]) => [x, high] as const), ...[...points].reverse().map(([x, low]) => [x, low] as const)])}Z`

/** Cuts a row where a value is missing: each piece is drawn on its own. */
export const pieces = <T>(row: readonly T[], present: (item: T) => boolean): T[][] => {
  const found: T[][] = [[]]
  for (const item of row) {
    if (present(item)) found.at(-1)?.push(item)
    else found.push([])
  }
  return found.filter((piece) => piece.length > 0)
}
