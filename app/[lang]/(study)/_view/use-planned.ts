'use client'
import { useEffect, useMemo, useState } from 'react'
import type { Learner } from '#lib/client/index.ts'
import { plansOf } from '#lib/log/index.ts'
import { studyDay, studyDayDate } from '#lib/scheduling/index.ts'
import type { plannedNow } from './planned.ts'
import { todayAt } from './time.ts'

type Module = { plannedNow: typeof plannedNow }
let loaded: Module | null = null

/**
 * What exams make of today; null: there is none ahead. Undefined while what plans is on its way: only whoever has an exam loads
 * it. Where it cannot be had, the day is an ordinary one.
 */
export const usePlanned = (learner: Learner, now: number): ReturnType<Module['plannedNow']> | undefined => {
  const { account, packs, cards, entries, settings, assignments } = learner
  const { tzOffsetMin, rolloverHour } = todayAt(now, settings)
  const today = studyDay(now, tzOffsetMin, rolloverHour)
  const some = useMemo(
    () => [...plansOf(entries).exams.values(), ...assignments].some(({ date }) => date >= studyDayDate(today)),
    [entries, assignments, today],
  )
  const [module, setModule] = useState<Module | null | 'none'>(loaded)
  useEffect(() => {
    if (!some || loaded) return
    import('./planned.ts').then(
      (one) => {
        loaded = one
        setModule(one)
      },
      () => setModule('none'),
    )
  }, [some])
  // biome-ignore lint/correctness/useExhaustiveDependencies: within a study day the clock changes nothing
  return useMemo(() => {
    if (!some || module === 'none') return null
    return module ? module.plannedNow({ account, packs, cards, entries, settings, assignments }, now) : undefined
  }, [some, module, account, packs, cards, entries, settings, assignments, today])
}
