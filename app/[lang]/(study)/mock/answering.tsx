'use client'
import { useEffect, useRef, useState } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import type { Sitting } from '#lib/sitting/index.ts'
import { t } from '#words'
import { ENDING } from '../_view/ending.ts'
import { answerFrom, choicesOf, type Draft, FORM_ID } from '../study/asking.tsx'
import { Typed } from '../study/forms/typed.tsx'
import type { answeredParts } from '../study/later.ts'
import type { Asked } from '../study/question.ts'
import styles from './mock.module.css'

type Given = Pick<Sitting['given'][number], 'given' | 'told'>
type Parts = NonNullable<ReturnType<typeof answeredParts>>
type Props = {
  asked: Asked
  parts: Parts
  given: Given | null
  feedback: Sitting['feedback']
  give: (given: string | string[], told: boolean) => void
  next: () => void
  /** What is told stands alone: the set is not one that is studied here. */
  bare?: boolean
}

const LETTERS = 'ABCDEFGH'
/** What is typed is on disk this long after the last letter. */
const TYPED_MS = 150

/** Options of which one is chosen, and may be chosen anew. */
export const Options = ({
  asked,
  chosen,
  choose,
}: {
  asked: Asked
  chosen: string | null
  choose: (value: string) => void
}) => {
  const tongue = useTongue()
  const choices = choicesOf(asked)
  return (
    <fieldset
      className="choices"
      aria-label={asked.question.form === 'choice' ? t('study.answers') : t('study.trueFalse')}
    >
      {choices.map(({ value, text, own }, i) => (
        <label key={value} className={`choice ${styles.option}`}>
          <input
            type="radio"
            name={`${asked.question.id} answer`}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span className="key-letter" aria-hidden="true">
            {LETTERS[i]}
          </span>
          <span className="said" {...(own ? tongue : {})}>
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The draft that an answer given before makes. */
const draftFrom = ({ question }: Asked, given: Given | null): Draft => {
  const list = Array.isArray(given?.given) ? given.given : []
  return {
    typed: typeof given?.given === 'string' ? given.given : '',
    placed: question.form === 'order' ? list : [],
    pairs: (question.left ?? []).map((_, i) => list[i] || null),
  }
}

/** What a draft says so far; a question of several parts may be half answered. */
const soFar = ({ question }: Asked, { typed, placed, pairs }: Draft): string | string[] => {
  if (question.form === 'order') return placed
  if (question.form === 'match') return pairs.some((pair) => pair !== null) ? pairs.map((pair) => pair ?? '') : []
  return typed.trim()
}

/** One question of a test: answered, changed, and told of at once where that was wanted. */
export const Answering = ({ asked, parts, given, feedback, give, next, bare = false }: Props) => {
  const [draft, setDraft] = useState(() => draftFrom(asked, given))
  const input = useRef<HTMLInputElement>(null)
  const below = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<(() => void) | null>(null)
  const each = feedback === 'each'

  const flush = () => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = null
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits is written when the question goes
  useEffect(() => {
    const ends = ['pagehide', ENDING]
    for (const name of ends) addEventListener(name, flush)
    return () => {
      for (const name of ends) removeEventListener(name, flush)
      flush()
    }
  }, [])

  const change = (to: Draft) => {
    setDraft(to)
    if (each) return
    waiting.current = () => give(soFar(asked, to), false)
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, asked.question.form === 'order' || asked.question.form === 'match' ? 0 : TYPED_MS)
  }
  const tell = (answer: string | string[]) => {
    waiting.current = null
    give(answer, true)
    setTimeout(() => below.current?.focus({ preventScroll: true }), 0)
  }

  if (given?.told) {
    const marking = parts.markingOf(asked, given.given)
    return <parts.Shown asked={asked} given={given.given} marking={marking} focus={below} bare={bare} />
  }
  const { form } = asked.question
  const ready = answerFrom(asked, draft)
  const choose = (value: string) => {
    setDraft({ ...draft, typed: value })
    give(value, each)
  }
  return (
    <>
      {form === 'choice' || form === 'true-false' ? (
        <Options asked={asked} chosen={draft.typed || null} choose={choose} />
      ) : form === 'order' ? (
        <parts.Order options={asked.options} placed={draft.placed} change={(placed) => change({ ...draft, placed })} />
      ) : form === 'match' ? (
        <parts.Match
          left={asked.question.left ?? []}
          options={asked.options}
          pairs={draft.pairs}
          change={(pairs) => change({ ...draft, pairs })}
        />
      ) : (
        <Typed
          question={asked.question}
          value={draft.typed}
          change={(typed) => change({ ...draft, typed })}
          submit={() => {
            flush()
            if (each && ready !== null) tell(ready)
            else next()
          }}
          input={input}
          formId={FORM_ID}
        />
      )}
      {each && form !== 'choice' && form !== 'true-false' ? (
        <p className={styles.check}>
          <button
            type="button"
            className="btn btn-line"
            disabled={ready === null}
            onClick={() => ready !== null && tell(ready)}
          >
            {t('study.check')}
          </button>
        </p>
      ) : null}
    </>
  )
}
