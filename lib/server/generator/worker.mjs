// Runs the generator in a thread of its own. Node runs no TypeScript, and a worker inherits no loader: register one here.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { draftInSteps, planInSteps } = await import('./make-draft.ts')

const run = ({ input, target }) => {
  const work = target ? planInSteps(input, target) : draftInSteps(input)
  let step = work.next()
  for (; !step.done; step = work.next()) parentPort.postMessage({ share: step.value.share })
  parentPort.postMessage({ outcome: step.value })
}

// Kept warm, it is given one text after the other.
parentPort.on('message', run)
run(workerData)
