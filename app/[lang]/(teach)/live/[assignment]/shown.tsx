'use client'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { Arranged } from '#app/[lang]/(study)/study/answered/arranged.tsx'
import { answerText, citedBy } from '#app/[lang]/(study)/study/answered/cite.ts'
import { Diff } from '#app/[lang]/(study)/study/answered/diff.tsx'
import { Footnote } from '#app/[lang]/(study)/study/answered/footnote.tsx'
import { whyNot } from '#app/[lang]/(study)/study/answered/why-not.ts'
import { choicesOf } from '#app/[lang]/(study)/study/asking.tsx'
import { Choices } from '#app/[lang]/(study)/study/forms/choices.tsx'
import type { Asked } from '#app/[lang]/(study)/study/question.ts'
import type { Given } from '#lib/quiz/index.ts'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'
import { markingOf } from '#lib/session/index.ts'
import { t } from '#words'
import { headingIn } from '../../_parts/live/asked.ts'
import styles from './live.module.css'

type OwnProps = { asked: Asked; given: Given | null }

/** The right answer, beside one's own where that is another. */
const Beside = ({ asked, given }: OwnProps) => {
  const tongue = useTongue()
  const { question } = asked
  if (question.form === 'choice' || question.form === 'true-false')
    return (
      <Choices
        label={t('study.answers')}
        choices={choicesOf(asked)}
        rightValue={String(question.key)}
        answered={{ chosen: given === null ? null : String(given) }}
        answer={() => {}}
      />
    )
  const marking = given === null ? null : markingOf(asked, given)
  if (Array.isArray(question.key))
    return <Arranged question={question} given={Array.isArray(given) ? given : []} parts={marking?.parts} />
  if (marking === null)
    return (
      <p className="answer" {...tongue}>
        {answerText(question)}
      </p>
    )
  const diff = marking.verdict === 'wrong' || marking.nearly ? marking.diff : undefined
  return <Diff given={String(given)} answer={answerText(question)} diff={diff} />
}

const outcomeOf = (own: LiveState['own']) => {
  if (own?.share == null) return { word: 'live.wasNone', good: false } as const
  if (own.share >= 1) return { word: 'live.wasRight', good: true } as const
  return own.share > 0
    ? ({ word: 'live.wasPartly', good: true } as const)
    : ({ word: 'live.wasWrong', good: false } as const)
}

type Props = { asked: Asked; state: LiveState }

/** What was right, how one answered oneself, how the class did, and the sentence that says so. */
export const Shown = ({ asked, state }: Props) => {
  const { own, results } = state
  const tongue = useTongue()
  const { word, good } = outcomeOf(own)
  const cited = citedBy(asked)
  const given = own?.given ?? null
  const why = own !== null && own.share === 0 && given !== null ? whyNot(asked, given) : null
  return (
    <>
      <Beside asked={asked} given={given} />
      {why ? (
        <p className="why" {...tongue}>
          {why}
        </p>
      ) : null}
      <div className={styles.outcome} role="status">
        <p className={`chip verdict-chip ${good ? 'is-right-ink' : 'is-wrong-ink'}`}>
          <Icon name={good ? 'right' : 'close'} small /> {t(word)}
        </p>
        {results && results.answered > 0 ? (
          <>
            <p className="label num">{t('live.rightOf', { n: results.right, all: results.answered })}</p>
            <span className={styles.meter} aria-hidden="true">
              <i style={{ inlineSize: `${(100 * results.right) / results.answered}%` }} />
            </span>
          </>
        ) : null}
      </div>
      <div className="footnotes">
        {asked.facts.map((fact, i) => {
          const of = cited[i]
          return of ? <Footnote key={fact.id} fact={fact} cited={{ ...of, place: headingIn(state) }} /> : null
        })}
      </div>
    </>
  )
}
