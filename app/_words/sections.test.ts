import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { wholeVoice } from '#lib/messages/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** What the layout gives every page. */
const EVERYWHERE = ['common', 'lost']
const everySection = wholeVoice('en').words as Record<string, Record<string, unknown> | undefined>

const importsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(?!type\s)(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')

const pathOf = (from: string, specifier: string): string | null => {
  if (specifier.startsWith('#app/')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : null
}

/** The sections whose keys stand in what a page sends to the browser: files of client components, and all they load. */
const sectionsSpoken = (path: string, inBrowser = false, seen = new Set<string>()): Set<string> => {
  const mark = `${path} ${inBrowser}`
  if (seen.has(mark) || !/\.tsx?$/.test(path) || !existsSync(ROOT + path)) return new Set()
  seen.add(mark)
  const text = readFileSync(ROOT + path, 'utf8')
  if (/^['"]use server['"]/.test(text)) return new Set()
  const client = inBrowser || /^['"]use client['"]/.test(text)
  const own = client
    ? [...text.matchAll(/'([a-z]+)\.(\w+)'/g)].filter(
        ([, section = '', key = '']) => everySection[section]?.[key] !== undefined,
      )
    : []
  const below = importsIn(text).flatMap((specifier) => {
    const to = pathOf(path, specifier)
    return to === null ? [] : [...sectionsSpoken(to, client, seen)]
  })
  return new Set([...own.map(([, section = '']) => section), ...below])
}

const pagesUnder = (folder: string): string[] =>
  readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? pagesUnder(path) : /\/page\.tsx$/.test(path) ? [path] : []
  })

const pages = pagesUnder('app/[lang]').filter((path) => !path.includes('[...rest]'))

describe('the words of a page', () => {
  it('are looked for on every page', () => expect(pages.length).toBeGreaterThan(8))

  it.each(pages)('%s brings those that it speaks, and no others', (path) => {
    const given = /export default page\(\[([^\]]*)\]/.exec(readFileSync(ROOT + path, 'utf8'))?.[1] ?? ''
    const sections = [...given.matchAll(/'(\w+)'/g)].map(([, section]) => section).sort()
    const spoken = [...sectionsSpoken(path)].filter((section) => !EVERYWHERE.includes(section)).sort()
    expect(sections).toEqual(spoken)
  })
})
