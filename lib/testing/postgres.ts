import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server on which tests may make databases. */
export type PostgresServer = { readonly url: string; readonly stop: () => Promise<void> }

const UP_WITHIN_MS = 30_000

const canMakeDatabases = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    const { rows } = await client.query('SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user')
    return rows[0]?.rolcreatedb === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const onLocalhost = async (): Promise<string | null> => {
  for (const user of new Set(['postgres', 'root', userInfo().username])) {
    const url = `postgres://${user}@127.0.0.1:5432/postgres`
    if (await canMakeDatabases(url)) return url
  }
  return null
}

/** The folder of `initdb` and `postgres`: Debian keeps them off the path, one folder a version. */
const programs = (): string | null => {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `/usr/lib/postgresql/${version}/bin`)
  return (
    [...folders, '/usr/local/bin', '/opt/homebrew/bin', '/usr/bin'].find((f) => existsSync(join(f, 'postgres'))) ?? null
  )
}

const idOf = (flag: '-u' | '-g', user: string): number | null => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

/** PostgreSQL refuses to run as root: somebody else to run it as, where we are root. */
const unprivileged = (): { uid: number; gid: number } | Record<string, never> => {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)]
    if (uid !== null && gid !== null) return { uid, gid }
  }
  return {}
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** A cluster of our own in a temporary folder; null where PostgreSQL is not installed or will not run. */
const startPostgres = async (): Promise<PostgresServer | null> => {
  const bin = programs()
  if (!bin) return null
  const folder = mkdtempSync(join(tmpdir(), 'footnote-postgres-'))
  const as = unprivileged()
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const cluster = join(folder, 'cluster')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...as,
      cwd: folder,
    },
  )
  if (made.status !== 0) {
    remove()
    return null
  }
  const port = await freePort()
  const options = [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ]
  const server = spawn(join(bin, 'postgres'), [...options, '-c', 'fsync=off'], { ...as, cwd: folder, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    server.kill('SIGINT')
    await ended
    remove()
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  for (const deadline = Date.now() + UP_WITHIN_MS; Date.now() < deadline; ) {
    if (await canMakeDatabases(url)) return { url, stop }
    await new Promise((next) => setTimeout(next, 100))
  }
  await stop()
  return null
}

/** `TEST_POSTGRES_URL`, else a server on this machine, else one started here; null where there is none of the three. */
export const postgresServer = async (): Promise<PostgresServer | null> => {
  const given = process.env.TEST_POSTGRES_URL
  if (given) return { url: given, stop: async () => {} }
  const local = await onLocalhost()
  return local ? { url: local, stop: async () => {} } : startPostgres()
}
