import { defineConfig } from 'vitest/config'

const serverOnly = { 'server-only': new URL('./lib/testing/server-only.ts', import.meta.url).pathname }
const SERVER = ['lib/server', 'lib/tools', 'lib/testing']

const domain = {
  extends: true as const,
  test: {
    name: 'domain',
    include: ['lib/**/*.test.ts', 'content/**/*.test.ts', 'app/**/*.test.ts'],
    exclude: [...SERVER.map((folder) => `${folder}/**`), '**/node_modules/**'],
  },
}
const server = {
  extends: true as const,
  resolve: { alias: serverOnly },
  test: {
    name: 'server',
    include: SERVER.map((folder) => `${folder}/**/*.test.ts`),
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
}
/** The properties again with many more cases, and the server killed as often. */
const long = {
  extends: true as const,
  resolve: { alias: serverOnly },
  test: {
    name: 'long',
    include: ['lib/**/*.property.test.ts', 'lib/server/killed.test.ts'],
    env: { FOOTNOTE_RUNS: '20' },
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
  },
}

export default defineConfig({ test: { projects: process.env.FOOTNOTE_LONG ? [long] : [domain, server] } })
