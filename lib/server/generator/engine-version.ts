import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ENGINE = ['lib/source', 'lib/facts', 'lib/questions']
const NOT_ENGINE = /(\.test\.ts$|(^|\/)gold\/)/

/**
 * Which generator this is: the first 12 digits of a SHA-256 over its sources, so that nobody can forget to count it up. Facts
 * and questions carry it, and content is generated anew where it differs.
 */
export const engineVersion = (root = process.cwd()): string => {
  const hash = createHash('sha256')
  for (const folder of ENGINE) {
    const files = readdirSync(path.join(/* turbopackIgnore: true */ root, folder), {
      recursive: true,
      encoding: 'utf8',
    })
    for (const file of files.map((name) => name.replaceAll('\\', '/')).sort()) {
      if (!file.endsWith('.ts') || NOT_ENGINE.test(file)) continue
      hash.update(`${folder}/${file}\0`)
      hash.update(readFileSync(path.join(/* turbopackIgnore: true */ root, folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}
