import { rmSync } from 'node:fs'

const teardown = (): void => {
  const folder = process.env.FOOTNOTE_E2E_DATA
  if (folder) rmSync(folder, { recursive: true, force: true })
}
export default teardown
