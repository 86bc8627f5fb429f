// Reads a file in a thread of its own. Node runs no TypeScript, and a worker inherits no loader: register one here.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { readFile } = await import('./read.ts')
parentPort.postMessage({ outcome: await readFile(Buffer.from(workerData.bytes)) })
