import { encode } from 'uqr'

/** Modules of white around a square, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_MODULES = 4

/** A QR code as one SVG path over a square of `size` units, a unit a module: its dark modules, run by run. */
export const squareFor = (text: string): { readonly size: number; readonly path: string } => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_MODULES })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return { size, path: runs.join('') }
}
