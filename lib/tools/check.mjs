import { checks } from './setup/checks.mjs'
import { install } from './setup/install.mjs'
import { needNode } from './setup/machine.mjs'

needNode()
await install()
const failed = await checks()
process.exit(failed ? 1 : 0)
