import { spawn } from 'node:child_process'
import { get } from 'node:https'
import { publicAddress, tellAddresses, tlsFiles } from './setup/address.mjs'
import { build } from './setup/build.mjs'
import { generateClients, install } from './setup/install.mjs'
import { needAlone, needDataFolder, needNode, needPort } from './setup/machine.mjs'
import { stopWithNpm } from './setup/npm.mjs'
import { bin, must, ROOT, run, script } from './setup/run.mjs'
import { giveUp, say } from './setup/say.mjs'
import { readSettings } from './setup/settings.mjs'

const UP_WITHIN_MS = 60_000
const dev = process.argv.includes('--dev')

needNode()
readSettings()
const port = await needPort()
const dataFolder = needDataFolder()
publicAddress()
const tls = dev ? null : tlsFiles()
await install()
await needAlone(dataFolder)

let slot = '.next'
try {
  await generateClients()
  await must('Preparing the database', script('lib/tools/migrate.ts'))
  await must('Making the shipped article ready to study', script('prisma/seed.ts'))
  if (!dev) {
    const built = await build()
    if (!built.slot) giveUp('The build failed: see above.')
    if (!built.fresh) say('The build failed: see above. Serving the build before it.')
    slot = built.slot
  }
} catch (error) {
  giveUp(error.message)
}

const address = `${tls ? 'https' : 'http'}://localhost:${port}`
const [node, ...next] = bin('next/dist/bin/next')
const command = tls ? ['lib/tools/serve-tls.mjs'] : [...next, dev ? 'dev' : 'start', '-p', String(port)]
const server = spawn(node, command, {
  cwd: ROOT,
  env: {
    ...process.env,
    PORT: String(port),
    FOOTNOTE_DATA: dataFolder,
    FOOTNOTE_DIST_DIR: slot,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: dev ? 'development' : 'production',
  },
  stdio: ['ignore', dev ? 'inherit' : 'ignore', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
stopWithNpm(() => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))

/** The certificate names the public address, not localhost, and this connection never leaves the machine. */
const isUpEncrypted = () =>
  new Promise((done) => {
    const request = get(`${address}/api/health`, { rejectUnauthorized: false, timeout: 5_000 }, (response) => {
      response.resume()
      done(response.statusCode === 200)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => done(false))
  })
const isUpPlain = () =>
  fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  )
const isUp = tls ? isUpEncrypted : isUpPlain
const deadline = Date.now() + UP_WITHIN_MS
while (!(await isUp())) {
  if (Date.now() > deadline) {
    server.kill('SIGTERM')
    giveUp(`The server did not answer at ${address} within a minute: see above.`)
  }
  await new Promise((next) => setTimeout(next, 150))
}
say(`Data is kept in ${dataFolder}. Stop with Ctrl+C.`)
const operator = await run('', script('lib/tools/admin.ts', 'operator', '--if-none'))
if (operator.output.trim()) say(operator.output.trim())
await tellAddresses(address, port)
