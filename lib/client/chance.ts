import type { Random } from '#lib/base/index.ts'

/** Numbers in [0, 1) for ids. `crypto.randomUUID` is missing on plain HTTP in a local network; this is there everywhere. */
export const cryptoRandom: Random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 4_294_967_296
