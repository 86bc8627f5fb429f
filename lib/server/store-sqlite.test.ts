import { storeContract } from '#lib/testing/contract/index.ts'
import { sqliteGround } from '#lib/testing/stage.ts'

storeContract(sqliteGround())
