'use client'
import type { RefObject } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import type { Marking } from '#lib/answers/index.ts'
import { t } from '#words'
import { choicesOf } from '../asking.tsx'
import { Choices } from '../forms/choices.tsx'
import type { Asked } from '../question.ts'
import { Arranged } from './arranged.tsx'
import { CardWays } from './card-ways.tsx'
import { answerText, citedBy } from './cite.ts'
import { Diff } from './diff.tsx'
import { Footnote } from './footnote.tsx'
import { Report } from './report.tsx'
import { whyNot } from './why-not.ts'

type GivenProps = { asked: Asked; given: string | string[]; marking: Marking }

/** The answer beside what was given, in the place where it was given. */
const Beside = ({ asked, given, marking }: GivenProps) => {
  const { question } = asked
  if (question.form === 'choice' || question.form === 'true-false')
    return (
      <Choices
        label={t('study.answers')}
        choices={choicesOf(asked)}
        rightValue={String(question.key)}
        answered={{ chosen: String(given) || null }}
        answer={() => {}}
      />
    )
  if (Array.isArray(question.key))
    return <Arranged question={question} given={Array.isArray(given) ? given : []} parts={marking.parts} />
  // "March 9th" for "9 March" is right as it stands: there is no letter to show.
  const diff = marking.verdict === 'wrong' || marking.nearly ? marking.diff : undefined
  return <Diff given={String(given)} answer={answerText(question)} diff={diff} />
}

/** Why it was wrong, where the question knows. */
const Why = ({ asked, given, marking }: GivenProps) => {
  const tongue = useTongue()
  const why = marking.verdict === 'wrong' ? whyNot(asked, given) : null
  return why ? (
    <p className="why" {...tongue}>
      {why}
    </p>
  ) : null
}

type Props = {
  asked: Asked
  given: string | string[] | null
  marking: Marking | null
  focus: RefObject<HTMLDivElement | null>
  /** Without what is done about a question or its card. */
  bare?: boolean
}

/**
 * What an answer brings below the question: the answer (beside what was given, where something was), why that was wrong,
 * and the sentences it stands on, where the focus goes so that reading goes on there.
 */
export const Shown = ({ asked, given, marking, focus, bare = false }: Props) => {
  const tongue = useTongue()
  const cited = citedBy(asked)
  return (
    <>
      {given !== null && marking ? (
        <>
          <Beside asked={asked} given={given} marking={marking} />
          <Why asked={asked} given={given} marking={marking} />
        </>
      ) : (
        <p className="answer" {...tongue}>
          {answerText(asked.question)}
        </p>
      )}
      <div className="footnotes" ref={focus} tabIndex={-1}>
        {asked.facts.map((fact, i) => {
          const of = cited[i]
          return of ? <Footnote key={fact.id} fact={fact} cited={of} /> : null
        })}
      </div>
      {bare ? null : (
        <>
          <Report key={asked.question.id} question={asked.question} />
          <CardWays key={`${asked.question.id} card`} asked={asked} />
        </>
      )}
    </>
  )
}
