import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const FONTS = new URL('../../public/fonts/', import.meta.url)
const css = readFileSync(new URL('fonts.css', import.meta.url), 'utf8')
const named = [...css.matchAll(/\/fonts\/([\w-]+\.woff2)/g)].map(([, name]) => name ?? '')
const FIGTREE = require.resolve('@fontsource-variable/figtree/unicode.json')
const NEWSREADER = require.resolve('@fontsource/newsreader/unicode.json')
/** Says which letters each file of a package has; the files lie beside it. */
const rangesOf = (name: string) => (name.startsWith('figtree') ? FIGTREE : NEWSREADER)

it('serves the fonts that the pages name, as they are in the packages they are named after', () => {
  expect(readdirSync(FONTS).sort()).toEqual([...named].sort())
  for (const name of named) {
    const source = readFileSync(join(dirname(rangesOf(name)), 'files', name))
    expect(readFileSync(new URL(name, FONTS)).equals(source), name).toBe(true)
  }
})

it('says of each for which letters it is, as its package does', () => {
  const said = [...css.matchAll(/\/fonts\/([\w-]+\.woff2)[^}]*unicode-range:\s+([^;]+);/g)]
  expect(said).toHaveLength(named.length)
  for (const [, name = '', range = ''] of said) {
    const ranges = JSON.parse(readFileSync(rangesOf(name), 'utf8')) as Record<string, string>
    expect(range.replaceAll(/\s/g, ''), name).toBe(ranges[name.includes('latin-ext') ? 'latin-ext' : 'latin'])
  }
})
