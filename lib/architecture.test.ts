import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * The dependency rule of lib/README.md, executed. A module is a folder of lib/ or app/; the table says which modules its
 * files may import. Tests may import what they test with, so they are left out.
 */
const DOMAIN: Record<string, string[]> = {
  base: [],
  classes: ['base'],
  desk: ['base'],
  lists: ['base'],
  items: ['base'],
  source: ['base'],
  facts: ['base', 'source'],
  answers: ['base'],
  questions: ['base', 'source', 'facts', 'answers'],
  scheduling: ['base'],
  log: ['base', 'scheduling'],
  session: ['base', 'scheduling', 'log', 'answers'],
  exams: ['base', 'scheduling'],
  agenda: ['base', 'scheduling', 'log', 'session', 'exams'],
  sitting: ['base', 'log', 'session'],
  quiz: ['base', 'answers', 'log', 'session'],
  gradebook: ['base', 'scheduling', 'exams', 'quiz'],
  analytics: ['base', 'scheduling', 'log', 'session'],
  sync: ['base', 'log'],
  interchange: ['base', 'log'],
  messages: ['base'],
}
const domain = Object.keys(DOMAIN)
const PERMITTED: Record<string, string[]> = {
  ...DOMAIN,
  client: domain.filter((name) => !['source', 'facts', 'questions', 'classes', 'interchange'].includes(name)),
  server: [...domain, 'generated'],
  testing: [...domain, 'generated', 'server', 'client', 'app'],
  tools: [...domain, 'generated', 'server', 'client', 'testing'],
  app: [...domain.filter((name) => !['source', 'facts', 'questions'].includes(name)), 'server', 'client'],
}
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bprocess\.|from '(node:|next|react|@prisma|server-only)/
/** All that the study route may load: anything else is paid for by every phone. */
const STUDY_MODULES = ['app', 'base', 'scheduling', 'log', 'answers', 'session', 'sync', 'messages', 'client']
const STUDY_PACKAGES = ['react', 'idb']
/** What plans a day by its exams, and what a class's quiz left to be sent: only whoever has one loads it. */
const FOR_SOME = ['app/[lang]/(study)/_view/planned.ts', 'lib/client/quizzes.ts']

type Source = { path: string; text: string }
const ROOT = fileURLToPath(new URL('../', import.meta.url))

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (path === 'lib/generated') return []
    return statSync(join(ROOT, path)).isDirectory() ? filesUnder(path) : [path]
  })
const sources: Source[] = [...filesUnder('lib'), ...filesUnder('app')]
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
const shipped = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path))

const moduleOf = (path: string): string => (path.startsWith('app/') ? 'app' : (path.split('/')[1] ?? ''))
/** Specifiers of static and dynamic imports and re-exports; `typesToo: false` leaves out what is erased. */
const importsOf = ({ text }: Source, typesToo = true): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g,
    ),
  ]
    .filter((match) => typesToo || !match[2])
    .map((match) => match[3] ?? match[4] ?? '')
const target = (from: string, specifier: string): string | null => {
  // One name for what client and server components each speak with; a page's weight is that of the former.
  if (specifier === '#words') return 'app/_words/in-tree.ts'
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : null
}

const forbiddenImports = (files: Source[]): string[] =>
  files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const to = target(file.path, specifier)
      const from = moduleOf(file.path)
      if (!to || /\.(css|json|txt)$/.test(to) || file.path === 'lib/architecture.test.ts') return []
      const into = moduleOf(to)
      if (into === from) return []
      const allowed = PERMITTED[from]?.includes(into) ?? false
      const throughBarrel = !domain.includes(into) || to === `lib/${into}/index.ts`
      const database = from === 'app' && to.startsWith('lib/server/db')
      return allowed && throughBarrel && !database ? [] : [`${file.path} imports ${specifier}`]
    }),
  )
const impurities = (files: Source[]): string[] =>
  files
    .filter(({ path }) => domain.includes(moduleOf(path)) && path.startsWith('lib/'))
    .flatMap(({ path, text }) => {
      const line = text.split('\n').find((each) => !/^\s*(\*|\/\/|\/\*)/.test(each) && IMPURE.test(each))
      return line ? [`${path}: ${line.trim()}`] : []
    })
const prismaInApp = (files: Source[]): string[] =>
  files
    .filter(
      (file) =>
        moduleOf(file.path) === 'app' && importsOf(file).some((to) => /prisma|better-sqlite3|lib\/generated/.test(to)),
    )
    .map(({ path }) => path)

const reachedFrom = (entry: string): { modules: Set<string>; packages: Set<string> } => {
  const byPath = new Map(shipped.map((file) => [file.path, file]))
  const modules = new Set<string>()
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (path: string) => {
    const file = byPath.get(path)
    if (!file || seen.has(path) || FOR_SOME.includes(path)) return
    seen.add(path)
    modules.add(moduleOf(path))
    for (const specifier of importsOf(file, false)) {
      const to = target(path, specifier)
      if (to) visit(to)
      else packages.add(specifier.split('/')[0] ?? specifier)
    }
  }
  visit(entry)
  return { modules, packages }
}

describe('the dependency rule', () => {
  it('holds everywhere', () => expect(forbiddenImports(shipped)).toEqual([]))

  it.each([
    { path: 'lib/session/planted.ts', text: "import { generate } from '#lib/questions/index.ts'" },
    { path: 'lib/base/planted.ts', text: "import type { Entry } from '../log/index.ts'" },
    { path: 'lib/session/planted.ts', text: "export { mark } from '#lib/answers/mark.ts'" },
    { path: 'lib/client/planted.ts', text: "const late = () => import('#lib/server/sync.ts')" },
    { path: 'app/[lang]/(study)/planted.tsx', text: "import { db } from '#lib/server/db.ts'" },
    { path: 'lib/server/planted.ts', text: "import { Frame } from '#app/_ui/frame.tsx'" },
  ])('is broken by a planted $text in $path', (planted) => expect(forbiddenImports([planted])).toHaveLength(1))
})

describe('time, chance and the outside world', () => {
  it('are arguments in every domain module', () => expect(impurities(shipped)).toEqual([]))

  it.each([
    'const now = Date.now()',
    'const at = new Date()',
    'const chance = Math.random',
    "import { readFile } from 'node:fs'",
    "import { useState } from 'react'",
    'const home = process.env.HOME',
  ])('a planted %s is caught', (text) => expect(impurities([{ path: 'lib/log/planted.ts', text }])).toHaveLength(1))
})

describe('the app', () => {
  it('never touches Prisma', () => expect(prismaInApp(shipped)).toEqual([]))
  it('is caught touching it', () =>
    expect(
      prismaInApp([{ path: 'app/planted.tsx', text: "import { PrismaClient } from '@prisma/client'" }]),
    ).toHaveLength(1))

  it('loads no more on the study route than studying needs', () => {
    const { modules, packages } = reachedFrom('app/[lang]/(study)/study/page.tsx')
    expect(modules).toContain('session')
    expect([...modules].filter((name) => !STUDY_MODULES.includes(name))).toEqual([])
    expect([...packages].filter((name) => !STUDY_PACKAGES.includes(name))).toEqual([])
  })
})

describe('sizes of files', () => {
  const LEXICON = /\/(lexicon|lexicons|gold)\/|\/en\//
  const lines = shipped
    .filter(({ path }) => !LEXICON.test(path))
    .map(({ path, text }) => ({ path, count: text.split('\n').length }))
    .sort((a, b) => a.count - b.count)
  const at = (share: number) => lines[Math.floor(lines.length * share)]?.count ?? 0

  it('stay under 400 lines', () => expect(lines.filter(({ count }) => count > 400)).toEqual([]))
  it('have a median of at most 80', () => expect(at(0.5)).toBeLessThanOrEqual(80))
  it('have a ninetieth percentile of at most 220', () => expect(at(0.9)).toBeLessThanOrEqual(220))
})
