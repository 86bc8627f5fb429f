import { afterAll, afterEach, beforeEach, describe } from 'vitest'
import { type Ground, openStage } from '../stage.ts'
import { foldingContract } from './folding.ts'
import { pullContract } from './pulls.ts'
import { takingContract } from './taking.ts'

/** What every store must do, whichever database is under it. Each test has a database of its own. */
export const storeContract = (ground: Ground) =>
  describe(`the store on ${ground.kind}`, () => {
    let close: () => Promise<void>
    beforeEach(async () => {
      close = await openStage(ground)
    })
    afterEach(() => close())
    afterAll(() => ground.close())
    takingContract()
    foldingContract()
    pullContract()
  })
