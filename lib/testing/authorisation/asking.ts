import type { Person } from '../people.ts'

/** Who asks for the page or action that is being called: what `next/headers` tells of in these tests. */
export const asking: { current: Person | null } = { current: null }
