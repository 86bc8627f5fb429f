'use client'
import { useRef } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { answerText, citedBy } from '#app/[lang]/(study)/study/answered/cite.ts'
import { Footnote } from '#app/[lang]/(study)/study/answered/footnote.tsx'
import { choicesOf } from '#app/[lang]/(study)/study/asking.tsx'
import { Beside } from '#app/[lang]/(study)/study/parts/beside.tsx'
import { Stem } from '#app/[lang]/(study)/study/parts/stem.tsx'
import type { Asked } from '#app/[lang]/(study)/study/question.ts'
import type { LiveResults } from '#lib/server/quizzes/live/results.ts'
import type { LiveState, LiveTeaching } from '#lib/server/quizzes/live/state.ts'
import { t } from '#words'
import { askedIn, headingIn } from '../../../../_parts/live/asked.ts'
import styles from './big.module.css'

const LETTERS = 'ABCDEFGH'

/** What can be tapped, each in its place from when it is asked on; later with how many did. */
const Options = ({ asked, results }: { asked: Asked; results: LiveResults | null }) => {
  const tongue = useTongue()
  return (
    <ol className={styles.options}>
      {choicesOf(asked).map(({ value, text, own }, i) => {
        const had = results?.options.find((option) => option.text === value)
        return (
          <li key={value} className={had?.right ? styles.right : had ? styles.rest : ''}>
            <span className={styles.letter} aria-hidden="true">
              {had?.right ? <Icon name="right" /> : LETTERS[i]}
            </span>
            <span {...(own ? tongue : {})}>{text}</span>
            {had ? (
              <>
                <b className="num">
                  <span aria-hidden="true">{had.count}</span>
                  <span className="sr">
                    {t('live.chose', { n: had.count })}
                    {had.right ? ` · ${t('live.rightOption')}` : ''}
                  </span>
                </b>
                <i
                  className={styles.bar}
                  style={{ inlineSize: formatShare(had.count, results?.answered ?? 0) }}
                  aria-hidden="true"
                />
              </>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

const formatShare = (count: number, all: number): string => `${all === 0 ? 0 : (100 * count) / all}%`

/** What is to be arranged, as phones show it. */
const Arranging = ({ asked: { question, options } }: { asked: Asked }) => {
  const tongue = useTongue()
  return (
    <div className={styles.arranging} {...tongue}>
      {question.left ? (
        <ul>
          {question.left.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <ul>
        {options.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

/** What was typed instead; folded away, since it is anybody's words before everybody's eyes. */
const Wrong = ({ wrong }: Pick<LiveTeaching, 'wrong'>) => {
  const tongue = useTongue()
  return wrong.length === 0 ? null : (
    <details className={styles.wrong}>
      <summary>{t('live.wrongOnes')}</summary>
      <ul>
        {wrong.map(({ text, count }) => (
          <li key={text}>
            <span {...tongue}>{text}</span> <span className="label num">{t('live.wrote', { n: count })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

type ToldProps = { asked: Asked; results: LiveResults; heading: string } & Pick<LiveTeaching, 'wrong'>

const Told = ({ asked, results, heading, wrong }: ToldProps) => {
  const tongue = useTongue()
  const cited = citedBy(asked)
  return (
    <>
      {results.options.length > 0 ? null : (
        <p className={styles.answer}>
          <span className="sr">{t('live.rightAnswer')}: </span>
          <Icon name="right" /> <span {...tongue}>{answerText(asked.question)}</span>
        </p>
      )}
      <p className={styles.tally}>
        {results.answered === 0
          ? t('live.nobodyAnswered')
          : t('live.rightOf', { n: results.right, all: results.answered })}
      </p>
      {results.options.length > 0 || results.answered === 0 ? null : (
        <span className={styles.meter} aria-hidden="true">
          <i style={{ inlineSize: formatShare(results.right, results.answered) }} />
        </span>
      )}
      <Wrong wrong={wrong} />
      <div className={styles.footnotes}>
        {asked.facts.map((fact, i) => {
          const of = cited[i]
          return of ? <Footnote key={fact.id} fact={fact} cited={{ ...of, place: heading }} /> : null
        })}
      </div>
    </>
  )
}

type Props = { state: LiveState; teaching: LiveTeaching }

/** A question before the class, and then how the class answered it, with the sentence that says so. */
export const Question = ({ state, teaching: { present, answered, wrong } }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = askedIn(state)
  if (!asked) return null
  const { form } = asked.question
  const { results } = state
  const tapped = form === 'choice' || form === 'true-false'
  const arranged = form === 'order' || form === 'match'
  return (
    <div className={styles.question}>
      <Stem stem={asked.question.stem} numbers={asked.facts.map(({ number }) => number)} focus={heading} />
      <Beside question={asked.question} />
      {tapped ? <Options asked={asked} results={results} /> : null}
      {arranged && !results ? <Arranging asked={asked} /> : null}
      {tapped || results ? null : <p className={styles.lede}>{t(arranged ? 'live.arrangeIt' : 'live.typeIt')}</p>}
      {results ? (
        <Told asked={asked} results={results} heading={headingIn(state)} wrong={wrong} />
      ) : (
        <div className={styles.coming}>
          <p className={styles.tally} role="status">
            {t('live.answered', { n: answered, all: present })}
          </p>
          <span className={styles.meter} aria-hidden="true">
            <i style={{ inlineSize: formatShare(answered, present) }} />
          </span>
        </div>
      )}
    </div>
  )
}
