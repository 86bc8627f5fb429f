import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, ROOT, run } from './run.mjs'
import { say } from './say.mjs'
import { sourcesHash } from './sources.mjs'

// Two slots, so that a build never touches the one being served, and a failed build leaves it as it was.
const CURRENT = join(ROOT, '.next/current.json')
const SLOTS = ['.next/a', '.next/b']

/** The build that would be served now: its folder and the hash of the sources it was made from. */
export const currentBuild = () => {
  if (!existsSync(CURRENT)) return null
  const { slot, hash } = JSON.parse(readFileSync(CURRENT, 'utf8'))
  return existsSync(join(ROOT, slot, 'BUILD_ID')) ? { slot, hash } : null
}

const buildInto = async (slot) => {
  const env = { FOOTNOTE_DIST_DIR: slot, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const built = await run('Building the app', [...bin('next/dist/bin/next'), 'build'], { env })
  if (built.code !== 0) return built
  return run('', [process.execPath, 'lib/tools/shell-policy.mjs'], { env })
}

/**
 * Builds where the sources changed.
 * @returns {Promise<{ slot: string | null, fresh: boolean }>} the slot to serve; not fresh: an older build, since this one failed
 */
export const build = async () => {
  const hash = sourcesHash()
  const current = currentBuild()
  if (current?.hash === hash) return { slot: current.slot, fresh: true }
  const slot = SLOTS.find((name) => name !== current?.slot)
  const done = await buildInto(slot)
  if (done.code !== 0) {
    process.stderr.write(done.output)
    return { slot: current?.slot ?? null, fresh: false }
  }
  mkdirSync(join(ROOT, '.next'), { recursive: true })
  writeFileSync(`${CURRENT}.new`, JSON.stringify({ slot, hash }))
  renameSync(`${CURRENT}.new`, CURRENT)
  say(`Built in ${done.seconds} s`)
  return { slot, fresh: true }
}
