import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, ROOT, run } from './run.mjs'
import { say } from './say.mjs'
import { sourcesHash } from './sources.mjs'

// Two slots, so that a build never touches the one being served, and a failed build leaves it as it was.
const SLOTS = ['.next/a', '.next/b']
const CURRENT = '.next/current.json'

/** The build that would be served now: its folder and the hash of the sources it was made from. */
const currentBuild = (root) => {
  const path = join(root, CURRENT)
  if (!existsSync(path)) return null
  const { slot, hash } = JSON.parse(readFileSync(path, 'utf8'))
  return existsSync(join(root, slot, 'BUILD_ID')) ? { slot, hash } : null
}

const nextBuild = async (slot) => {
  const env = { FOOTNOTE_DIST_DIR: slot, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const built = await run('Building the app', [...bin('next/dist/bin/next'), 'build'], { env })
  if (built.code !== 0) return built
  const policy = await run('', [process.execPath, 'lib/tools/shell-policy.mjs'], { env })
  return policy.code === 0 ? run('', [process.execPath, 'lib/tools/shell-worker.mjs'], { env }) : policy
}

/**
 * Builds where the sources changed.
 * @param {{ root?: string, hash?: string, make?: (slot: string) => Promise<{ code: number, output: string }> }} [how] for tests
 * @returns {Promise<{ slot: string | null, fresh: boolean }>} the slot to serve; not fresh: an older build, since this one failed
 */
export const build = async ({ root = ROOT, hash = sourcesHash(), make = nextBuild } = {}) => {
  const current = currentBuild(root)
  if (current?.hash === hash) return { slot: current.slot, fresh: true }
  const slot = SLOTS.find((name) => name !== current?.slot)
  const begun = Date.now()
  const { code, output } = await make(slot)
  if (code !== 0) {
    process.stderr.write(output)
    return { slot: current?.slot ?? null, fresh: false }
  }
  mkdirSync(join(root, '.next'), { recursive: true })
  writeFileSync(join(root, `${CURRENT}.new`), JSON.stringify({ slot, hash }))
  renameSync(join(root, `${CURRENT}.new`), join(root, CURRENT))
  say(`Built in ${Math.round((Date.now() - begun) / 1000)} s`)
  return { slot, fresh: true }
}
