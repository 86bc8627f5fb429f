import { spawnSync } from 'node:child_process'
import { ROOT } from '../setup/run.mjs'

const git = (...words: string[]): string | null => {
  const { status, stdout } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** The commit that is checked out, with a remark where files differ from it (the report and ratings aside). */
export const commitNow = (): string => {
  const commit = git('rev-parse', '--short', 'HEAD')
  if (commit === null) return 'unknown'
  const changes = git('status', '--porcelain', '--', '.', ':!lib/questions/QUALITY.md', ':!lib/questions/gold/ratings')
  return changes ? `${commit} with changes` : commit
}
