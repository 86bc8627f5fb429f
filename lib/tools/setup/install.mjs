import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { needSqliteBinding } from './machine.mjs'
import { must, ROOT, run } from './run.mjs'
import { giveUp, say } from './say.mjs'
import { contentHash } from './sources.mjs'

const MARK = join(ROOT, 'node_modules/.footnote-installed')
/** Another Node means another binding of SQLite. */
const wanted = () => `${contentHash(['package.json', 'package-lock.json'])} ${process.versions.modules}`

/** `npm ci`, unless what is installed is already what the lock file and this Node ask for. */
export const install = async () => {
  const want = wanted()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === want) return
  await needSqliteBinding()
  const done = await run('Installing packages (the first time takes one to four minutes)', [
    'npm',
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ])
  if (done.code !== 0) {
    process.stderr.write(done.output.slice(-4000))
    giveUp('Packages could not be installed: see above. Check the network and run the same command again.')
  }
  writeFileSync(MARK, want)
  say(`Packages installed in ${done.seconds} s`)
}

/** The database clients, made from prisma/schema where it changed. */
export const generateClients = () => must('', [process.execPath, 'lib/tools/prisma-generate.mjs'])
