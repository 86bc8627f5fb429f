import { err, isUuid, type Result } from '#lib/base/index.ts'
import { type Check, integer, isRecord, oneOf, pick, type Shape, STAMP, text } from './check.ts'
import type { Entry } from './entry.ts'
import { GRADES, gradesOf, parseClientEntry } from './parse.ts'

const isWeights: Check = (value) =>
  value === null || (Array.isArray(value) && value.length <= 64 && value.every((one) => Number.isFinite(one)))
const isShare: Check = (value) => typeof value === 'number' && value >= 0.7 && value <= 0.99

const SHAPES: Record<string, Shape> = {
  settings: {
    ...STAMP,
    kind: oneOf('settings'),
    weights: isWeights,
    desiredRetention: isShare,
    schedulerVersion: integer(1, 1_000_000),
  },
  invalidate: { ...STAMP, kind: oneOf('invalidate'), factId: text(200), factVersion: integer(1, 2 ** 31 - 1) },
  regrade: { ...STAMP, kind: oneOf('regrade'), target: isUuid, grades: GRADES },
}

/** An entry of any kind as a server keeps it, the server's own among them; as strict as `parseClientEntry`. */
export const parseStoredEntry = (value: unknown): Result<Entry> => {
  const kind = isRecord(value) && Object.hasOwn(value, 'kind') ? value.kind : undefined
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined
  if (!shape) return parseClientEntry(value)
  const picked = pick(value, shape)
  if (!picked.ok) return err(picked.error)
  return (kind === 'regrade' ? gradesOf(picked.value) : picked) as Result<Entry>
}
