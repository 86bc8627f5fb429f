'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { Frame } from '#app/_ui/frame.tsx'
import { Opening } from '#app/_ui/opening.tsx'
import { Void } from '#app/_ui/void.tsx'
import type { Learner } from '#lib/client/index.ts'
import { t } from '#words'
import { Gate } from '../_view/gate.tsx'
import { FacePart } from './face.tsx'
import { HandedIn } from './handed-in.tsx'
import { ReviewPart } from './review.tsx'
import { RunningPart } from './running.tsx'
import { useQuiz } from './use-quiz.ts'

const Framed = ({ children }: { children: ReactNode }) => <Frame current="today">{children}</Frame>

const wantedIn = (search: string) => {
  const query = new URLSearchParams(search)
  return { assignmentId: query.get('quiz') ?? '', attemptId: query.get('attempt') }
}

const OneQuiz = ({ learner, assignmentId }: { learner: Learner; assignmentId: string }) => {
  const taking = useQuiz(learner, assignmentId)
  const { state, face } = taking
  const isLive = face?.kind === 'live'
  useEffect(() => {
    if (isLive) location.replace(`/live/${assignmentId}`)
  }, [isLive, assignmentId])
  if (state && !state.handIn && state.handedInAt === null)
    return <RunningPart taking={taking} state={state} online={learner.online} />
  if (state)
    return (
      <Framed>
        <HandedIn taking={taking} state={state} />
      </Framed>
    )
  if (state === undefined || face === undefined || isLive)
    return (
      <Framed>
        <Opening />
      </Framed>
    )
  return (
    <Framed>
      {face ? (
        <FacePart taking={taking} face={face} />
      ) : (
        <Void title={t('quiz.needsSignal')} body={taking.trouble || t('quiz.needsSignalBody')}>
          <a className="btn btn-primary wide" href={`/quiz?quiz=${assignmentId}`}>
            {t('quiz.again')}
          </a>
        </Void>
      )}
    </Framed>
  )
}

const Ready = ({ learner }: { learner: Learner }) => {
  const [{ assignmentId, attemptId }] = useState(() => wantedIn(location.search))
  if (attemptId)
    return (
      <Framed>
        <ReviewPart learner={learner} attemptId={attemptId} />
      </Framed>
    )
  return <OneQuiz learner={learner} assignmentId={assignmentId} />
}

/** A quiz of a class: before it is begun, under way, handed in and looked at. */
export const QuizScreen = () => (
  <Gate frame={(inside) => <Framed>{inside}</Framed>}>{(learner) => <Ready learner={learner} />}</Gate>
)
