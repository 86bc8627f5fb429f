import type { Millis } from './units.ts'

/** Where a module gets the time from: the shell passes `Date.now`, a test passes its own. */
export type Clock = () => Millis
