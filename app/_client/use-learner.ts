'use client'
import { useSyncExternalStore } from 'react'
import { type Learner, learnerAtBuild, learnerNow, onLearnerChange } from '#lib/client/index.ts'

/** What this device knows of its learner. Prerendered pages see `loading`; the browser fills it in from IndexedDB. */
export const useLearner = (): Learner => useSyncExternalStore(onLearnerChange, learnerNow, learnerAtBuild)
