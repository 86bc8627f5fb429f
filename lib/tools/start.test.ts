import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const node = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('close', (code) => resolve({ code, stderr }))
  })
const machine = (call: string, env?: Record<string, string>) =>
  node(['--input-type=module', '-e', `import * as m from './lib/tools/setup/machine.mjs'; await m.${call}`], env)
const oneLine = /^[^\n]+\n$/

describe('npm start, where it cannot go on, says why in one line and exits non-zero', () => {
  it('when the port is in use', async () => {
    const holder = createServer()
    const port = await new Promise<number>((resolve) =>
      holder.listen(0, () => resolve((holder.address() as { port: number }).port)),
    )
    const { code, stderr } = await node(['lib/tools/start.mjs'], { PORT: String(port) })
    holder.close()
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain(`Port ${port} is in use`)
    expect(code).toBe(1)
  })

  it.each(['', 'http', '0', '70000', '30.5'])('when PORT is "%s"', async (PORT) => {
    const { code, stderr } = await node(['lib/tools/start.mjs'], { PORT })
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain('PORT is')
    expect(code).toBe(1)
  })

  // /proc answers ENOENT to whoever makes a folder in it, root too: Node's recursive mkdir then tried again for ever.
  it.each(['/dev/null', '/dev/null/footnote', '/proc/footnote', '/proc/a/b'])(
    'when the data folder is %s',
    async (folder) => {
      const { code, stderr } = await machine('needDataFolder()', { FOOTNOTE_DATA: folder })
      expect(stderr).toMatch(oneLine)
      expect(stderr).toContain('FOOTNOTE_DATA')
      expect(code).toBe(1)
    },
  )

  it.each(['18.20.4', '20.18.3'])('when Node is %s', async (version) => {
    const { code, stderr } = await machine(`needNode('${version}')`)
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain('20.19')
    expect(code).toBe(1)
  })

  it('when SQLite can neither be fetched nor compiled', async () => {
    const { code, stderr } = await machine('needSqliteBinding(async () => false)', { PATH: '/nowhere' })
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain('Install one')
    expect(code).toBe(1)
  })

  it.each(["needNode('20.19.0')", "needNode('24.1.0')", 'needSqliteBinding(async () => true)'])(
    'and goes on at %s',
    async (call) => expect((await machine(call, { PATH: '/nowhere' })).code).toBe(0),
  )
})

// npm's shell ends at a signal without handing it on: `kill` on `npm start` left a server behind that held the port.
it('ends with the npm that runs it', async () => {
  const watching = `import('./lib/tools/setup/npm.mjs').then((m) => m.stopWithNpm(() => process.exit(0)));
    setTimeout(() => {}, 20_000); console.log(process.pid)`
  const shell = spawn('sh', ['-c', `"${process.execPath}" -e "${watching}"; true`], {
    cwd: ROOT,
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  const pid = Number(await new Promise((resolve) => shell.stdout.once('data', resolve)))
  const isAlive = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  expect(isAlive()).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 300))
  shell.kill('SIGTERM')
  await expect.poll(isAlive, { timeout: 8_000 }).toBe(false)
})
