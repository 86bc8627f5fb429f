import { findFacts } from '#lib/server/desk/find.ts'
import { draftOf, manyLines, newSet } from '#lib/testing/drafts.ts'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { absolute, type Figure } from './figure.ts'

const FACTS = 100_000
const ROUNDS = 7
/** Words of which few facts, one fact and no fact hold all. */
const SEARCHES = ['ship 1777', 'number 99999', 'ship zebra']
/** What a person waits without wondering whether anything happens. */
const PATIENCE_MS = 500

/** Searching the facts of one owner. */
export const find = async (): Promise<Figure[]> => {
  const { end } = await newDatabase()
  try {
    const { viewer } = await newPerson()
    await newSet({ ownerId: viewer.userId, visibility: 'private' }, [], draftOf(manyLines(FACTS)))
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++)
      for (const words of SEARCHES) {
        const begun = performance.now()
        await findFacts(viewer, { words, state: 'all', tag: '', setId: '' })
        times.push(performance.now() - begun)
      }
    return [absolute({ name: 'searching 100,000 facts', unit: 'ms', better: 'lower' }, times, PATIENCE_MS)]
  } finally {
    await end()
  }
}
