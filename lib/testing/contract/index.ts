import { afterAll, afterEach, beforeEach, describe } from 'vitest'
import { type Ground, openStage } from '../stage.ts'
import { againContract } from './again.ts'
import { archiveContract } from './archives.ts'
import { besideContract } from './beside.ts'
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

/** Each test has a database of its own. */
const onOwnDatabases = (ground: Ground, name: string, contracts: () => void): void => {
  describe(name, () => {
    let close: () => Promise<void>
    beforeEach(async () => {
      close = await openStage(ground)
    })
    afterEach(() => close())
    contracts()
  })
  afterAll(() => ground.close())
}

/** What every store must do for whoever learns, whichever database is under it. */
export const storeContract = (ground: Ground): void => {
  migrationContract(ground)
  onOwnDatabases(ground, `the store on ${ground.kind}`, () => {
    takingContract()
    foldingContract()
    pullContract()
    packContract()
    documentContract()
    deskContract()
    listContract()
    composeContract()
    againContract()
    enrolmentContract()
    mergingContract()
    archiveContract(ground)
    durabilityContract()
    randomLogContract()
  })
}

/** What it must do for classes: a file of its own, so that the two run side by side. */
export const classesContract = (ground: Ground): void =>
  onOwnDatabases(ground, `classes on ${ground.kind}`, () => {
    classContract()
    quizContract()
    besideContract()
    itemContract()
    rosterContract()
    noticeContract()
    signalContract(ground)
    gradeContract()
    liveContract()
  })
