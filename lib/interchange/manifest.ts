import { err, ok, type Result } from '#lib/base/index.ts'

/** Says what an archive is, and stands first in it. */
export const MANIFEST_FILE = 'archive.json'

const FORMAT = 'footnote-archive'
/** Raised when an older reader would misunderstand what is in an archive. */
const VERSION = 1

export type Manifest = {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly madeAt: string
  /** Lines in the log: an archive with fewer is not whole. */
  readonly entries: number
}

export const manifestOf = (madeAt: Date, entries: number): Manifest => ({
  format: FORMAT,
  version: VERSION,
  madeAt: madeAt.toISOString(),
  entries,
})

/** What an archive says of itself. `foreign`: it is none of ours; `newer`: of a version that cannot be read here. */
export const parseManifest = (text: string): Result<Manifest, 'foreign' | 'newer'> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('foreign')
  }
  const { format, version, entries } = (value ?? {}) as Record<string, unknown>
  if (format !== FORMAT || !Number.isInteger(version)) return err('foreign')
  if (version !== VERSION) return err('newer')
  return Number.isSafeInteger(entries) && (entries as number) >= 0 ? ok(value as Manifest) : err('foreign')
}
