import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['lib/**/*.test.ts', 'content/**/*.test.ts', 'app/**/*.test.ts'],
          exclude: ['lib/server/**', 'lib/tools/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        resolve: { alias: { 'server-only': new URL('./lib/testing/server-only.ts', import.meta.url).pathname } },
        test: {
          name: 'server',
          include: ['lib/server/**/*.test.ts', 'lib/tools/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
