import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../setup/build.mjs'
import { ROOT } from '../setup/run.mjs'
import { BARE, buildBare } from './bare.ts'
import { type Figure, figure } from './figure.ts'

/** Gzipped bytes of the scripts that a page's HTML loads, without the polyfill that module browsers skip. */
const scriptBytes = (html: string, dist: string): number => {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  const files = new Set(tags.map(([, src = '']) => src.replace(/^\/_next\//, '').replace(/\?.*$/, '')))
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
}

const pageHtml = (dist: string, page: string): string => {
  const path = join(dist, 'server/app', `${page}.html`)
  if (!existsSync(path)) throw new Error(`The page /${page} was not prerendered: ${path} is missing`)
  return readFileSync(path, 'utf8')
}

/** What a phone loads before its first question, against a page that does nothing. */
export const bytes = async (): Promise<Figure[]> => {
  const { slot, fresh } = await build()
  if (!slot || !fresh) throw new Error('The app does not build: see above.')
  await buildBare()
  const dist = join(ROOT, slot)
  const bare = join(ROOT, BARE, '.next')
  const ours = scriptBytes(pageHtml(dist, 'en/study'), dist) / 1000
  const theirs = scriptBytes(pageHtml(bare, 'index'), bare) / 1000
  const what = { name: 'study route first-load JS', unit: 'kB gz', peer: 'bare Next page', better: 'lower', goal: 1.15 }
  return [figure({ ...what, better: 'lower' }, [ours], [theirs])]
}
