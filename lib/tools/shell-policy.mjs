import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'parse5'
import { LANGUAGES, PAGES } from './shells.mjs'

// Run after `next build`: the inline scripts of a static page are known only then, and the proxy lets no other run.

const SHELLS = LANGUAGES.flatMap((language) => PAGES.map((page) => `/${language}${page}`))

const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const textOf = (node) => node.childNodes.map((child) => child.value ?? '').join('')

/**
 * The CSP sources of the inline scripts and styles in a page.
 * @param {string} html
 * @returns {{ scripts: string[], styles: string[] }}
 */
export const inlineSources = (html) => {
  const scripts = new Set()
  const styles = new Set()
  const visit = (node) => {
    const inline = !node.attrs?.some(({ name }) => name === 'src')
    if (node.tagName === 'script' && inline) scripts.add(source(textOf(node)))
    if (node.tagName === 'style') styles.add(source(textOf(node)))
    for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) visit(child)
  }
  visit(parse(html))
  return { scripts: [...scripts], styles: [...styles] }
}

const pageOf = (folder, route) => readFileSync(join(folder, 'server/app', `${route}.html`), 'utf8')

/**
 * The policy of a build: inline sources by path of each static page, and of the not-found page under `*`.
 * Throws where a shell was not prerendered, since it would then be gone without the network.
 * @param {string} folder the build's folder
 * @param {string[]} [shells]
 */
export const shellPolicy = (folder, shells = SHELLS) => {
  const { routes } = JSON.parse(readFileSync(join(folder, 'prerender-manifest.json'), 'utf8'))
  const lost = shells.filter((route) => !(route in routes))
  if (lost.length > 0)
    throw new Error(`Not built as static pages: ${lost.join(', ')}. Something in them asks for a request.`)
  const pages = shells.map((route) => [route, inlineSources(pageOf(folder, route))])
  return { ...Object.fromEntries(pages), '*': inlineSources(pageOf(folder, '/_not-found')) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.env.FOOTNOTE_DIST_DIR || '.next'
  const file = join(folder, 'shell-policy.json')
  try {
    writeFileSync(`${file}.new`, JSON.stringify(shellPolicy(folder), null, 1))
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
