import { mkdirSync, writeFileSync } from 'node:fs'

const distDir = process.env.FOOTNOTE_DIST_DIR ?? '.next'

// Next rewrites the tsconfig that it builds with, to name its own folder. It gets one to itself, so that ours stays ours.
const scratch = 'node_modules/.cache/footnote'
const tsconfigPath = `${scratch}/tsconfig-${distDir.replace(/\W+/g, '-')}.json`
mkdirSync(new URL(scratch, import.meta.url), { recursive: true })
writeFileSync(
  new URL(tsconfigPath, import.meta.url),
  JSON.stringify({ extends: '../../../tsconfig.json', include: ['../../../app/**/*.tsx'] }),
)

/** @type {import('next').NextConfig} */
export default {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is where types are checked; a start that builds does not wait for it.
  typescript: { tsconfigPath, ignoreBuildErrors: true },
  // Their names do not change with their content, so a month and not for ever.
  headers: async () => [
    { source: '/fonts/:file*', headers: [{ key: 'cache-control', value: 'public, max-age=2592000' }] },
    // Here and not in the proxy, whose `vary` Next leaves out: one address shows a page in several languages.
    { source: '/((?!_next/|api/).*)', headers: [{ key: 'vary', value: 'accept-language' }] },
  ],
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    'pg',
    '@node-rs/argon2',
    'piscina',
    '@simplewebauthn/server',
    'wink-nlp',
    'wink-eng-lite-web-model',
  ],
}
