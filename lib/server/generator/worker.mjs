// Runs the generator in a thread of its own. Node runs no TypeScript, and a worker inherits no loader: register one here.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { makeDraft } = await import('./make-draft.ts')
const outcome = makeDraft(workerData, (share) => parentPort.postMessage({ share }))
parentPort.postMessage({ outcome })
