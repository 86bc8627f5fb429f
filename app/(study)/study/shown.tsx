'use client'
import type { RefObject } from 'react'
import type { Marking } from '#lib/answers/index.ts'
import { choicesOf } from './asking.tsx'
import { answerText } from './cite.ts'
import { Choices } from './forms/choices.tsx'
import { Arranged } from './parts/arranged.tsx'
import { Diff } from './parts/diff.tsx'
import { Footnote } from './parts/footnote.tsx'
import { type Asked, whyNot } from './question.ts'
import { t } from './words.ts'

type Props = { asked: Asked; given: string | string[]; marking: Marking }

/** The answer beside what was given, in the place where it was given. */
export const Answered = ({ asked, given, marking }: Props) => {
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
export const Why = ({ asked, given, marking }: Props) => {
  const why = marking.verdict === 'wrong' ? whyNot(asked, given) : null
  return why ? <p className="why">{why}</p> : null
}

/** The sentences the question stands on; the first takes the focus, so that reading goes on there. */
export const Footnotes = ({ asked, focus }: { asked: Asked; focus: RefObject<HTMLDivElement | null> }) => (
  <div className="footnotes" ref={focus} tabIndex={-1}>
    {asked.facts.map((fact, i) => {
      const cited = asked.cited[i]
      return cited ? <Footnote key={fact.id} fact={fact} cited={cited} /> : null
    })}
  </div>
)
