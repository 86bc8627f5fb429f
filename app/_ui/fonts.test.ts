import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const served = (name: string): Buffer => readFileSync(new URL(`../../public/fonts/${name}`, import.meta.url))

it('serves the fonts of the packages they are named after', () => {
  const files = {
    'figtree-latin-wght-normal.woff2': require.resolve(
      '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
    ),
    'newsreader-latin-400-normal.woff2': require.resolve(
      '@fontsource/newsreader/files/newsreader-latin-400-normal.woff2',
    ),
    'newsreader-latin-500-normal.woff2': require.resolve(
      '@fontsource/newsreader/files/newsreader-latin-500-normal.woff2',
    ),
  }
  for (const [name, source] of Object.entries(files)) expect(served(name).equals(readFileSync(source)), name).toBe(true)
})
