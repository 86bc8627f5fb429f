import { build } from './setup/build.mjs'
import { generateClients, install } from './setup/install.mjs'
import { needNode } from './setup/machine.mjs'
import { giveUp, say } from './setup/say.mjs'

needNode()
await install()
await generateClients()
const { fresh } = await build()
if (!fresh) giveUp('The build failed: see above. The build before it is untouched.')
say('The build is up to date')
