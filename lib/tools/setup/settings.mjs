import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

/** Takes over what `.env` sets and the environment does not. */
export const readSettings = () => {
  const path = join(ROOT, '.env')
  if (existsSync(path)) process.loadEnvFile(path)
}
