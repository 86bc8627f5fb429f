import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** What a person reads beside the catalogue: what the machine's own commands print, and the files that are served as they are. */
const PRINTED = ['lib/tools/admin.ts', 'lib/tools/start.mjs', 'lib/tools/migrate.ts', 'lib/tools/generate.ts']
const BUILDERS = /\b(tier|stability|retrievability|lapse|leech|facility|fold)s?\b/i

const filesIn = (folder: string, kind: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => join(folder, name))

/** Every string and template in a source, in which code is no word. */
const textsIn = (path: string, source: string): string[] => {
  const found: string[] = []
  const search = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, value } = node as { type?: string; value?: unknown }
    if (type === 'Literal' && typeof value === 'string') found.push(value)
    if (type === 'TemplateElement') found.push((value as { cooked: string }).cooked)
    Object.values(node).forEach(search)
  }
  search(parseSync(path, source).program)
  return found
}

const unfit = (path: string): string[] => {
  const source = readFileSync(join(ROOT, path), 'utf8')
  const texts = /\.(ts|mjs)$/.test(path) ? textsIn(path, source) : [source]
  return texts.filter((text) => BUILDERS.test(text))
}

it.each([
  ...PRINTED,
  ...filesIn('lib/tools/setup', /(?<!\.d)\.mjs$/),
  ...filesIn('public', /\.(webmanifest|svg|html|txt|json)$/),
])('%s uses no word that only builders know', (path) => expect(unfit(path)).toEqual([]))

it('notices one', () => expect(textsIn('planted.ts', "say('a leech')").some((text) => BUILDERS.test(text))).toBe(true))
