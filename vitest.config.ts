import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const serverOnly = { 'server-only': new URL('./lib/testing/server-only.ts', import.meta.url).pathname }
const SERVER = ['lib/server', 'lib/tools', 'lib/testing']

const domain = {
  extends: true as const,
  test: {
    name: 'domain',
    // Pure modules keep nothing between files, and loading them anew for each took longer than their tests.
    isolate: false,
    setupFiles: ['./app/_words/in-english.ts'],
    include: ['lib/**/*.test.ts', 'content/**/*.test.ts', 'app/**/*.test.ts'],
    exclude: [...SERVER.map((folder) => `${folder}/**`), 'lib/questions/linear.test.ts', '**/node_modules/**'],
    // Time for a machine that has other work; the tests of growth set their own.
    testTimeout: 30_000,
  },
}
const server = {
  extends: true as const,
  resolve: { alias: serverOnly },
  test: {
    name: 'server',
    include: SERVER.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['lib/tools/bench.test.ts', 'lib/tools/generate-large.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
}
/** The properties again with many more cases, the server killed as often, texts of megabytes, and that the bench measures. */
const long = {
  extends: true as const,
  resolve: { alias: serverOnly },
  test: {
    name: 'long',
    include: [
      'lib/**/*.property.test.ts',
      'lib/server/killed.test.ts',
      'lib/tools/bench.test.ts',
      'lib/tools/drift.test.ts',
      'lib/tools/generate-large.test.ts',
      'lib/questions/hostile.test.ts',
      'lib/questions/linear.test.ts',
    ],
    env: { FOOTNOTE_RUNS: '20' },
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
  },
}

/** The contracts take longest by far, on PostgreSQL most of all: begun last, they would have one core to themselves. */
const LONGEST = /(store|classes)-postgres|(store|classes)-sqlite/
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

// Both cores of a small machine: by itself, the runner leaves one to somebody who watches.
export default defineConfig({
  test: {
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: process.env.FOOTNOTE_LONG ? [long] : [domain, server],
  },
})
