/** Milliseconds of work between two looks at what the reader does: under a frame. */
const SLICE_MS = 12

/** Draws a work's steps in slices, so that the page answers meanwhile; null: nobody waits for it any more. */
export const inSlices = async <T>(
  work: Generator<number, T>,
  goesOn: () => boolean,
  tell: (share: number) => void = () => {},
): Promise<T | null> => {
  while (goesOn()) {
    const until = performance.now() + SLICE_MS
    let step = work.next()
    while (!step.done && performance.now() < until) step = work.next()
    if (step.done) return step.value
    tell(step.value)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return null
}
