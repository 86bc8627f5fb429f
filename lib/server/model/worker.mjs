// Has the model propose in a thread of its own. Node runs no TypeScript, and a worker inherits no loader: register one here.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { makeProposals } = await import('./make-proposals.ts')
const outcome = await makeProposals(workerData.input, workerData.model, (share) => parentPort.postMessage({ share }))
parentPort.postMessage({ outcome })
