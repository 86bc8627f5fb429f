/** `kappa` is null where chance alone would agree always (both raters said one and the same thing of everything). */
export type Agreement = { n: number; share: number | null; kappa: number | null }

/** Share of equal verdicts, and Cohen's kappa (1960): (observed − expected by chance) / (1 − expected by chance). */
export const agreement = (pairs: readonly (readonly [boolean, boolean])[]): Agreement => {
  const n = pairs.length
  if (n === 0) return { n, share: null, kappa: null }
  const share = pairs.filter(([a, b]) => a === b).length / n
  const yesA = pairs.filter(([a]) => a).length / n
  const yesB = pairs.filter(([, b]) => b).length / n
  const chance = yesA * yesB + (1 - yesA) * (1 - yesB)
  return { n, share, kappa: chance === 1 ? null : (share - chance) / (1 - chance) }
}
