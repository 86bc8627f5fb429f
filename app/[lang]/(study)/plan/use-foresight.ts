'use client'
import { useEffect, useMemo, useState } from 'react'
import { inSlices } from '#app/_client/in-slices.ts'
import { type Agenda, type ExamReport, groupsOf, outlookOf, reportOf } from '#lib/agenda/index.ts'
import { keepLearnt, keepOutlook, keepTold, learntOf, outlookKept } from '#lib/client/foresight.ts'
import type { Learner } from '#lib/client/index.ts'
import type { Outlook } from '#lib/exams/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { agendaNow } from '../_view/agenda.ts'
import { todayAt } from '../_view/time.ts'

/** After so many answers more, what was learnt of the learner is learnt anew. */
const LEARN_AFTER = 20

export type Foresight = {
  /** Null: no exam is ahead. */
  agenda: Agenda | null
  /** By the agenda's exams; null while nothing was reckoned out. */
  reports: (ExamReport | null)[] | null
  /** Share that is reckoned, while it is. */
  share: number | null
}

export const answersIn = ({ entries }: Pick<Learner, 'entries'>): number =>
  entries.reduce((sum, { kind }) => sum + (kind === 'review' ? 1 : 0), 0)

/** Fits the memory model to the log where enough has come since. */
const learnIn = (agenda: Agenda, userId: string, answers: number): void => {
  const before = learntOf(userId)
  if (before && answers - before.answers < LEARN_AFTER) return
  agenda.tutor.learn()
  keepLearnt(userId, answers, agenda.tutor.learnt)
}

/** What is ahead of a learner's exams: at once where it was reckoned before, else a little later and told as it goes. */
export const useForesight = (learner: Learner, now: number): Foresight => {
  const { account, packs, cards, entries, settings, assignments } = learner
  const userId = account?.userId ?? ''
  const { tzOffsetMin, rolloverHour } = todayAt(now, settings)
  const today = studyDay(now, tzOffsetMin, rolloverHour)
  // biome-ignore lint/correctness/useExhaustiveDependencies: within a study day the clock changes nothing
  const agenda = useMemo(
    () => agendaNow({ account, packs, cards, entries, settings, assignments }, now),
    [account, packs, cards, entries, settings, assignments, today],
  )
  const key = [
    ...[today, entries.length, entries.at(-1)?.id, settings.minutesPerDay, settings.weekdaysOff, settings.datesOff],
    ...assignments.map((one) => `${one.assignmentId} ${one.date} ${one.time} ${one.sections?.join()}`),
    ...packs.map(({ setId, version }) => `${setId}@${version}`),
  ].join(' ')
  const [outlook, setOutlook] = useState<{ key: string; is: Outlook } | null>(null)
  const [share, setShare] = useState<number | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the agenda was made of
  useEffect(() => {
    if (!agenda) return
    let wanted = true
    const kept = outlookKept(userId, key)
    if (kept) {
      setOutlook({ key, is: kept })
      setShare(null)
      return
    }
    const reckon = async () => {
      setShare(0)
      // The page is there before what takes long begins.
      await new Promise((resolve) => setTimeout(resolve, 50))
      if (!wanted) return
      learnIn(agenda, userId, answersIn({ entries }))
      const is = await inSlices(outlookOf(agenda, `${userId} ${today}`), () => wanted, setShare)
      if (!is) return
      keepOutlook(userId, key, is)
      for (const [at, { examId }] of agenda.exams.entries()) {
        const told = is.exams[at]
        if (told) keepTold(userId, examId, { ...told, day: today })
      }
      setOutlook({ key, is })
      setShare(null)
    }
    void reckon()
    return () => {
      wanted = false
    }
  }, [key, agenda === null])

  const reports = useMemo(() => {
    // What was reckoned for other exams says nothing of these.
    if (!agenda || !outlook || outlook.is.exams.length !== agenda.exams.length) return null
    if (outlook.is.exams[0]?.byFact.length !== agenda.facts.length) return null
    const groups = groupsOf(agenda.facts)
    return agenda.exams.map((_, at) => reportOf(agenda, outlook.is, groups, at))
  }, [agenda, outlook])
  return { agenda, reports, share }
}
