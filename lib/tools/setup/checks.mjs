import { generateClients } from './install.mjs'
import { bin, run } from './run.mjs'
import { say } from './say.mjs'

const CHECKS = [
  ['Format and lint', [...bin('@biomejs/biome/bin/biome'), 'check', '.']],
  ['Types', [...bin('typescript/bin/tsc'), '--noEmit']],
  ['Dead code', bin('knip/bin/knip.js')],
  ['Architecture', [...bin('vitest/vitest.mjs'), 'run', 'lib/architecture.test.ts']],
]

/** Runs every check, the later ones also where an earlier one failed; says what failed and returns how many did. */
export const checks = async () => {
  await generateClients()
  let failed = 0
  for (const [title, command] of CHECKS) {
    const { code, output, seconds } = await run('', command)
    say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${title} (${seconds} s)`)
    if (code === 0) continue
    failed++
    process.stdout.write(output)
  }
  return failed
}
