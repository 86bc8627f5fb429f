import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { LANGUAGES, PAGES } from './shells.mjs'

// Run after `next build`: which files a page needs without the network is known only then.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCE = join(ROOT, 'lib/tools/worker/service-worker.js')
/** Shown in place of a page that is not kept on the device. */
const AWAY = '/away'
/** What every page shows, and what the browser asks for to install the app. */
const PUBLIC = [
  '/manifest.webmanifest',
  '/favicon.svg',
  '/icon-192.png',
  '/icon-512.png',
  ...['figtree-latin-wght-normal', 'figtree-latin-ext-wght-normal'].map((name) => `/fonts/${name}.woff2`),
  ...['latin-400', 'latin-500', 'latin-ext-400', 'latin-ext-500'].map(
    (name) => `/fonts/newsreader-${name}-normal.woff2`,
  ),
]

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** Files that a page names, but for the ones only browsers without modules load. */
const namedIn = (html) => {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const needed = tags.filter((tag) => !/\bnomodule\b/i.test(tag))
  return needed.flatMap((tag) => tag.match(/\/_next\/static\/[^"'?]+/g) ?? [])
}

/** The same with what those files load later, and so on. */
const reachableFrom = (folder, paths) => {
  const found = new Set()
  const visit = (path) => {
    const file = join(folder, path.replace('/_next/', ''))
    if (found.has(path) || !existsSync(file)) return
    found.add(path)
    if (!/\.(js|css)$/.test(path)) return
    for (const [name] of readFileSync(file, 'utf8').matchAll(/static\/(?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2)/g))
      visit(`/_next/${name}`)
  }
  for (const path of paths) visit(path)
  return [...found].sort()
}

/**
 * The service worker of a build, with the pages that it keeps, by hash in every language, and the files that those need.
 * @param {string} folder the build's folder
 * @returns {string} the worker's script
 */
export const shellWorker = (folder) => {
  const htmlOf = (page, language) => readFileSync(join(folder, 'server/app', `${language}${page}.html`), 'utf8')
  const all = PAGES.map((page) => [page || '/', LANGUAGES.map((language) => htmlOf(page, language))])
  const pages = Object.fromEntries(all.map(([path, htmls]) => [path, htmls.map(sha256)]))
  const named = all.flatMap(([, htmls]) => htmls.flatMap(namedIn))
  const files = [...reachableFrom(folder, named), ...PUBLIC]
  const source = readFileSync(SOURCE, 'utf8')
  const version = sha256(
    JSON.stringify([pages, files, PUBLIC.map((path) => sha256(readFileSync(join(ROOT, 'public', path)))), source]),
  )
  const manifest = JSON.stringify({ version: version.slice(0, 16), pages, files, away: AWAY })
  return source.replace('__MANIFEST__', () => manifest)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.env.FOOTNOTE_DIST_DIR || '.next'
  const file = join(folder, 'sw.js')
  try {
    writeFileSync(`${file}.new`, shellWorker(folder))
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
