import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from './migrate.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const HOLD = `import('./lib/server/one-server.mjs').then(async ({ takeFolder, takenLine }) => {
  const lock = await takeFolder(process.env.FOLDER)
  console.log(lock ? 'taken' : takenLine(process.env.FOLDER))
  if (lock) setInterval(() => lock, 1000)
})`

let folder: string
const started: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-one-'))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A process that takes the folder and keeps it, and what it says of that. */
const holder = async (): Promise<{ child: ChildProcess; says: string }> => {
  const child = spawn(process.execPath, ['-e', HOLD], { cwd: ROOT, env: { ...process.env, FOLDER: folder } })
  started.push(child)
  const says = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  )
  return { child, says }
}

it('lets one process have a data folder, until that is killed', async () => {
  let last = await holder()
  expect(last.says).toBe('taken')
  const second = await holder()
  expect(second.says).toContain(`Another Footnote is serving the data folder ${folder}.`)
  expect(second.says).not.toContain('\n')
  for (let kill = 0; kill < 3; kill++) {
    last.child.kill('SIGKILL')
    // Begins while the one that was killed is still going.
    last = await holder()
    expect(last.says).toBe('taken')
  }
})

it('stands in the way of no tool', async () => {
  await holder()
  expect((await migrate({ kind: 'sqlite', path: join(folder, 'footnote.db') })).length).toBeGreaterThan(0)
})

it('is told by npm start in one line, before anything is changed', async () => {
  await holder()
  const call = `import('./lib/tools/setup/machine.mjs').then((m) => m.needAlone('${folder}'))`
  const env = { ...process.env, DATABASE_URL: '' }
  const { code, stderr } = await new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, ['-e', call], { cwd: ROOT, env })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('close', (code) => resolve({ code, stderr }))
  })
  expect(stderr).toMatch(/^Another Footnote is serving .* Stop that one, .*\n$/)
  expect(code).toBe(1)
})
