import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './run.mjs'

/** What a build is made from. Tests, tools and generated clients do not change what is served. */
const BUILT_FROM = [
  'app',
  'lib',
  'public',
  'prisma/schema',
  'next.config.js',
  'package-lock.json',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
]
const LEFT_OUT = /(\.test\.tsx?$|^lib\/(tools|testing|generated)\/|^public\/sw\.js$|\.md$)/

const filesUnder = (path) => {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** One hash over the names and contents of files and folders, in a fixed order; times do not count. */
export const contentHash = (paths, leftOut) => {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) {
    const name = relative('.', path).replaceAll('\\', '/')
    if (leftOut?.test(name)) continue
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

export const sourcesHash = () => contentHash(BUILT_FROM, LEFT_OUT)
