import { expect, it } from 'vitest'
import { classesContract } from '#lib/testing/contract/index.ts'
import { postgresGround } from '#lib/testing/stage.ts'

const ground = await postgresGround()

if (ground) classesContract(ground)
else
  it('runs on PostgreSQL wherever tests must be complete', () => {
    console.warn(
      'No PostgreSQL here: its half of the contract for classes was left out. Set TEST_POSTGRES_URL to run it.',
    )
    expect(process.env.CI).toBeUndefined()
  })
