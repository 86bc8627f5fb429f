import { defineConfig } from 'vitest/config'

const serverOnly = { 'server-only': new URL('./lib/testing/server-only.ts', import.meta.url).pathname }
const SERVER = ['lib/server', 'lib/tools', 'lib/testing']

const domain = {
  extends: true as const,
  test: {
    name: 'domain',
    include: ['lib/**/*.test.ts', 'content/**/*.test.ts', 'app/**/*.test.ts'],
    exclude: [...SERVER.map((folder) => `${folder}/**`), '**/*.long.test.ts', '**/node_modules/**'],
  },
}
const server = {
  extends: true as const,
  resolve: { alias: serverOnly },
  test: {
    name: 'server',
    include: SERVER.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['**/*.long.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
}
const long = {
  extends: true as const,
  resolve: { alias: serverOnly },
  test: { name: 'long', include: ['lib/**/*.long.test.ts'], testTimeout: 900_000, hookTimeout: 120_000 },
}

export default defineConfig({ test: { projects: process.env.FOOTNOTE_LONG ? [long] : [domain, server] } })
