/** A symmetric positive definite matrix A as L with A = L·Lᵀ; rows of a lower triangle. */
export type Triangle = readonly Float64Array[]

/** Cholesky's decomposition. Only the lower triangle of `matrix` is read. */
export const cholesky = (matrix: readonly Float64Array[]): Triangle => {
  const out: Float64Array[] = []
  for (const [i, row] of matrix.entries()) {
    const own = new Float64Array(i + 1)
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (out[j] as Float64Array)
      let sum = row[j] as number
      for (let k = 0; k < j; k++) sum -= (own[k] as number) * (other[k] as number)
      own[j] = j === i ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[j] as number)
    }
    out.push(own)
  }
  return out
}

/** x with Lᵀ·x = b. A draw b from N(0, I) becomes one from N(0, A⁻¹). */
export const solveUpper = (lower: Triangle, b: Float64Array): Float64Array => {
  const x = Float64Array.from(b)
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] = (x[i] as number) - (lower[k]?.[i] as number) * (x[k] as number)
    x[i] = (x[i] as number) / (lower[i]?.[i] as number)
  }
  return x
}

/** x with A·x = b. */
export const solve = (lower: Triangle, b: Float64Array): Float64Array => {
  const y = Float64Array.from(b)
  for (const [i, row] of lower.entries()) {
    for (let k = 0; k < i; k++) y[i] = (y[i] as number) - (row[k] as number) * (y[k] as number)
    y[i] = (y[i] as number) / (row[i] as number)
  }
  return solveUpper(lower, y)
}
