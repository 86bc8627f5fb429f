import { expect, it } from 'vitest'
import { storeContract } from '#lib/testing/contract/index.ts'
import { postgresGround } from '#lib/testing/stage.ts'

const ground = await postgresGround()

if (ground) storeContract(ground)
else
  it('runs on PostgreSQL wherever tests must be complete', () => {
    console.warn('No PostgreSQL here: its half of the store contract was left out. Set TEST_POSTGRES_URL to run it.')
    expect(process.env.CI).toBeUndefined()
  })
