import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, must, ROOT } from '../setup/run.mjs'

/** A page that does nothing: inside the repository, so that it resolves the same next and react. */
export const BARE = '.next/bare'

const writeBareApp = () => {
  rmSync(join(ROOT, BARE), { recursive: true, force: true })
  mkdirSync(join(ROOT, BARE, 'app'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(ROOT, BARE, name), text)
  write('package.json', '{ "type": "module", "private": true }')
  write('next.config.js', `export default { turbopack: { root: ${JSON.stringify(ROOT)} } }\n`)
  write('app/layout.jsx', 'export default ({ children }) => <html lang="en"><body>{children}</body></html>\n')
  write('app/page.jsx', 'export default () => <h1>Bare</h1>\n')
}

export const buildBare = async (): Promise<void> => {
  writeBareApp()
  await must('Building a bare page', [...bin('next/dist/bin/next'), 'build', BARE], {
    env: { FOOTNOTE_DIST_DIR: '.next', NEXT_TELEMETRY_DISABLED: '1' },
  })
}
