'use client'
import { useEffect, useMemo, useState } from 'react'
import type { Learner } from '#lib/client/index.ts'
import { progressOf } from '#lib/session/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import type { StudyToday } from './answered/when.ts'
import { NotSavedNote } from './parts/not-saved.tsx'
import { Top } from './parts/top.tsx'
import { askedOf } from './question.ts'
import { Screen } from './screen.tsx'
import type { Studying } from './use-session.ts'

type Props = { learner: Learner; today: StudyToday; studying: Studying; seed: string }

/** A session under way: one question after another under the bar that says how far along it is. */
export const Running = ({ learner, today, studying, seed }: Props) => {
  const { session, show, undone, undo, skip } = studying
  const [said, say] = useState('')
  const answered = session.phase === 'answered' ? session.answers.at(-1) : undefined
  const item = answered?.item ?? session.queue[0]
  const turn = session.answers.length - (answered ? 1 : 0)
  const asked = useMemo(
    () => (item ? askedOf(learner.packs, item, `${seed}|${turn}`) : null),
    [learner.packs, item, seed, turn],
  )
  const { done, total, repeat } = progressOf(session)
  const at = repeat ? t('study.repeat') : t('study.count', { at: answered ? done : done + 1, all: total })

  useEffect(() => {
    if (session.phase === 'asking' && session.shownAt === null) show()
  })
  useEffect(() => {
    if (undone > 0) say(t('study.undone'))
  }, [undone])
  // A question whose set was taken away meanwhile cannot be asked: go on to the next.
  useEffect(() => {
    if (item && !asked) skip()
  })

  return (
    <div className={`study ${session.phase}`}>
      <Top done={done} all={total} at={at} undo={session.answers.length > 0 ? undo : null} />
      {asked ? (
        <Screen
          key={`${turn}-${undone}-${asked.question.id}`}
          asked={asked}
          learner={learner}
          today={today}
          studying={studying}
          given={answered ?? null}
          first={turn === 0 && undone === 0}
          over={<SavedChip {...learner} />}
          say={say}
        />
      ) : null}
      {studying.notSaved ? <NotSavedNote notSaved={studying.notSaved} /> : null}
      <span className="sr" role="status">
        {said}
      </span>
    </div>
  )
}
