import { afterAll, afterEach, beforeEach, describe } from 'vitest'
import { type Ground, openStage } from '../stage.ts'
import { againContract } from './again.ts'
import { archiveContract } from './archives.ts'
import { classContract } from './classes.ts'
import { composeContract } from './compose.ts'
import { deskContract } from './desk.ts'
import { documentContract } from './documents.ts'
import { durabilityContract } from './durability.ts'
import { enrolmentContract } from './enrolment.ts'
import { foldingContract } from './folding.ts'
import { gradeContract } from './grades.ts'
import { itemContract } from './items.ts'
import { listContract } from './lists.ts'
import { liveContract } from './live.ts'
import { mergingContract } from './merging.ts'
import { migrationContract } from './migrations.ts'
import { noticeContract } from './notices.ts'
import { packContract } from './packs.ts'
import { pullContract } from './pulls.ts'
import { quizContract } from './quizzes.ts'
import { randomLogContract } from './random-logs.ts'
import { rosterContract } from './roster.ts'
import { signalContract } from './signals.ts'
import { takingContract } from './taking.ts'

/** What every store must do, whichever database is under it. Each test has a database of its own. */
export const storeContract = (ground: Ground) => {
  migrationContract(ground)
  describe(`the store on ${ground.kind}`, () => {
    let close: () => Promise<void>
    beforeEach(async () => {
      close = await openStage(ground)
    })
    afterEach(() => close())
    takingContract()
    foldingContract()
    pullContract()
    packContract()
    documentContract()
    deskContract()
    listContract()
    composeContract()
    classContract()
    quizContract()
    itemContract()
    rosterContract()
    noticeContract()
    signalContract(ground)
    gradeContract()
    liveContract()
    againContract()
    enrolmentContract()
    mergingContract()
    archiveContract(ground)
    durabilityContract()
    randomLogContract()
  })
  afterAll(() => ground.close())
}
