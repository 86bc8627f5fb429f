import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type InlineSources, noInlineSources } from './policy.ts'

/** As `lib/tools/shell-policy.mjs` writes it: by path with its language (`/en/today`), and under `*` what any page may hold (the not-found page is one). */
export type ShellPolicy = { readonly [path: string]: InlineSources }

/** The CSP source that lets one inline script or style through. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const known = globalThis as { footnoteShellPolicy?: ShellPolicy }

const readPolicy = (): ShellPolicy => {
  const folder = resolve(/* turbopackIgnore: true */ process.env.FOOTNOTE_DIST_DIR || '.next')
  const file = join(folder, 'shell-policy.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ShellPolicy
  console.error(`${file} is missing, so pages cannot run their scripts: build with npm run build.`)
  return {}
}

/** What a page was built with, and whether it is one of the static shells. */
export const inlineSourcesOf = (path: string): { readonly inline: InlineSources; readonly isShell: boolean } => {
  known.footnoteShellPolicy ??= readPolicy()
  const policy = known.footnoteShellPolicy
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path
  const own = plain !== '*' && Object.hasOwn(policy, plain) ? policy[plain] : undefined
  return { inline: own ?? policy['*'] ?? noInlineSources, isShell: own !== undefined }
}
