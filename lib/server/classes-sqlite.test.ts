import { classesContract } from '#lib/testing/contract/index.ts'
import { sqliteGround } from '#lib/testing/stage.ts'

classesContract(sqliteGround())
