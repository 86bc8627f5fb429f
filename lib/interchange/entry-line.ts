import { err, ok, type Result } from '#lib/base/index.ts'
import { type Entry, parseStoredEntry } from '#lib/log/index.ts'

/** The answers and all else in the log, a line each, in their order of arrival. */
export const ENTRIES_FILE = 'answers.jsonl'

/** What a line of the log holds. Instants in milliseconds since the epoch. */
export type EntryLine = {
  readonly serverSeq: number
  readonly effectiveAt: number
  readonly receivedAt: number
  readonly entry: Entry
}

/** The last instant that a Date can hold. */
const AT_MAX = 8_640_000_000_000_000

/** `body` is the entry as it is kept, so that it leaves the house as it came in. */
export const encodeEntry = ({ serverSeq, effectiveAt, receivedAt }: Omit<EntryLine, 'entry'>, body: string): string =>
  `{"serverSeq":${serverSeq},"effectiveAt":${effectiveAt},"receivedAt":${receivedAt},"entry":${body}}`

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= AT_MAX

/** The entry of a line, looked at as strictly as one that a device sends; or what is wrong with it. */
export const decodeEntry = (line: string): Result<EntryLine> => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return err('no JSON')
  }
  if (typeof value !== 'object' || value === null) return err('not an object')
  const { serverSeq, effectiveAt, receivedAt, entry } = value as Record<string, unknown>
  if (!isCount(serverSeq) || !isCount(effectiveAt) || !isCount(receivedAt)) return err('bad place')
  const parsed = parseStoredEntry(entry)
  return parsed.ok ? ok({ serverSeq, effectiveAt, receivedAt, entry: parsed.value }) : parsed
}
