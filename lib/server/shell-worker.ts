import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { noInlineSources, pagePolicy } from './policy.ts'

const known = globalThis as { footnoteWorker?: string }

/** The service worker of the build that is served, as `lib/tools/shell-worker.mjs` wrote it; null while developing. */
export const shellWorker = (): string | null => {
  if (process.env.NODE_ENV === 'development') return null
  const folder = resolve(/* turbopackIgnore: true */ process.env.FOOTNOTE_DIST_DIR || '.next')
  try {
    known.footnoteWorker ??= readFileSync(join(folder, 'sw.js'), 'utf8')
    return known.footnoteWorker
  } catch {
    return null
  }
}

/** What the worker itself may fetch: our own files. */
export const workerPolicy = pagePolicy(noInlineSources, false)
