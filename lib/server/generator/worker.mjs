// Runs the generator in a thread of its own. Node runs no TypeScript, and a worker inherits no loader: register one here.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { makePlan } = await import('./make-draft.ts')
const outcome = makePlan(workerData.input, workerData.target, (share) => parentPort.postMessage({ share }))
parentPort.postMessage({ outcome })
