import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '#app/_words/in-english.ts'
import { ACCOUNT } from '#lib/testing/authorisation/account.ts'
import { asking } from '#lib/testing/authorisation/asking.ts'
import { CLASS_PEOPLE } from '#lib/testing/authorisation/class-people.ts'
import { CLASS_ROWS } from '#lib/testing/authorisation/classes.ts'
import { DESK_ROWS } from '#lib/testing/authorisation/desk.ts'
import { ENTERING } from '#lib/testing/authorisation/entering.ts'
import { ACTORS, people, type Row, setUp } from '#lib/testing/authorisation/ground.ts'
import { LEAVING } from '#lib/testing/authorisation/leaving.ts'
import { PAGES } from '#lib/testing/authorisation/pages.ts'
import { entrancesUnder } from '#lib/testing/entrances.ts'
import { SITE } from '#lib/testing/people.ts'

// Outside of a request there is none to wait for.
vi.mock('next/server', async (actual) => ({ ...(await actual<object>()), connection: async () => {} }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: new URL(SITE).host, origin: SITE }),
  cookies: async () => ({
    get: (name: string) => {
      const [own, value] = (asking.current?.cookie ?? '').split('=')
      return own === name ? { name, value } : undefined
    },
    delete: () => {},
  }),
}))

let end: () => Promise<void>
beforeAll(async () => {
  end = await setUp()
})
afterAll(() => end())

const TABLE: readonly Row[] = [
  ...PAGES,
  ...DESK_ROWS,
  ...ENTERING,
  ...ACCOUNT,
  ...CLASS_ROWS,
  ...CLASS_PEOPLE,
  ...LEAVING,
]

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const missingFrom = (found: readonly string[]): string[] =>
  found.filter((entrance) => !TABLE.some((row) => row.entrance === entrance))

describe('the table', () => {
  it('has every entrance there is', () => expect(missingFrom(entrancesUnder(ROOT))).toEqual([]))

  it('has no entrance that is gone', () => {
    const found = entrancesUnder(ROOT)
    expect(TABLE.filter(({ entrance }) => !found.includes(entrance))).toEqual([])
  })

  it.each<[string, string, string[]]>([
    ['app/api/planted/route.ts', 'export const GET = handler\nexport async function DELETE() {}', ['GET', 'DELETE']],
    ['app/(teach)/planted/route.ts', 'const a = 1\nexport { a as PUT, b as other }', ['PUT']],
    ['app/api/planted/route.ts', "export * from './elsewhere.ts'", ['*']],
    ['app/planted/actions.ts', "'use server'\nexport const planted = async () => {}", ['planted']],
    ['lib/server/planted.ts', "// a comment\n'use server'\nexport async function planted() {}", ['planted']],
    ['app/[lang]/(account)/planted/page.tsx', 'export default Page', ['page']],
    ['app/[lang]/(operator)/operator/planted/page.tsx', 'export default Page', ['page']],
    ['app/[lang]/(study)/planted/page.tsx', "import { x } from '#lib/server/x.ts'\nexport default Page", ['page']],
    ['app/planted/page.tsx', "const Page = () => {\n  const act = async () => {\n    'use server'\n  }\n}", ['inline']],
  ])('misses what is planted in %s: %j', (file, text, names) => {
    const root = mkdtempSync(join(tmpdir(), 'footnote-planted-'))
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    expect(missingFrom(entrancesUnder(root))).toEqual(names.map((name) => `${file} ${name}`))
  })
})

describe.each(TABLE)('$entrance: $what', ({ call, expected }) => {
  it.each(ACTORS.map((actor, nth) => [actor, expected[nth]] as const))('as %s is %i', async (actor, status) => {
    expect(await call(people.get(actor) ?? null)).toBe(status)
  })
})
