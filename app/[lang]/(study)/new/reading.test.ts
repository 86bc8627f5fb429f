import { expect, it } from 'vitest'
import { newestIn } from './reading.ts'

it.each([
  [
    {
      imports: [
        { id: 'b', share: 0.5 },
        { id: 'a', share: 0 },
      ],
    },
    { id: 'b', share: 0.5 },
  ],
  [{ imports: [] }, null],
  [{ imports: [{ id: 'b' }] }, null],
  [{ imports: 'none' }, null],
  [null, null],
])('of %j the newest reading is %j', (answer, reading) => expect(newestIn(answer)).toEqual(reading))
