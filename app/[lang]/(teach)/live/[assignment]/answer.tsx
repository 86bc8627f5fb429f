'use client'
import { useEffect, useRef, useState } from 'react'
import { Options } from '#app/[lang]/(study)/mock/answering.tsx'
import { answerFrom, FORM_ID, useDraft } from '#app/[lang]/(study)/study/asking.tsx'
import { Typed } from '#app/[lang]/(study)/study/forms/typed.tsx'
import { answeredParts, loadAnswered } from '#app/[lang]/(study)/study/later.ts'
import type { Asked } from '#app/[lang]/(study)/study/question.ts'
import type { Given } from '#lib/quiz/index.ts'
import { t } from '#words'
import styles from './live.module.css'
import type { Sending } from './use-sending.ts'

const WORDS = { nothing: null, sending: 'live.sending', kept: 'live.keptHere', sent: 'live.sent' } as const

type Props = { asked: Asked; given: Given | null; sending: Sending; give: (given: Given) => void; closed: boolean }

/** One question answered on a phone: a tap sends at once, what is written or arranged goes by a button. */
export const Answer = ({ asked, given, sending, give, closed }: Props) => {
  const [draft, change] = useDraft(asked)
  const [parts, setParts] = useState(answeredParts)
  const input = useRef<HTMLInputElement>(null)
  const { form } = asked.question
  const arranged = form === 'order' || form === 'match'
  const tapped = form === 'choice' || form === 'true-false'
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written before stands there once, when the question comes
  useEffect(() => {
    if (typeof given === 'string') change({ ...draft, typed: given })
    if (arranged) loadAnswered().then(setParts, () => undefined)
  }, [])
  const ready = answerFrom(asked, draft)
  const send = () => {
    if (ready !== null && !closed) give(typeof ready === 'string' ? ready.trim() : ready)
  }
  const word = WORDS[sending]
  return (
    <>
      <fieldset className={styles.frame} disabled={closed}>
        {tapped ? (
          <Options asked={asked} chosen={typeof given === 'string' ? given : null} choose={give} />
        ) : form === 'order' && parts ? (
          <parts.Order
            options={asked.options}
            placed={draft.placed}
            change={(placed) => change({ ...draft, placed })}
          />
        ) : form === 'match' && parts ? (
          <parts.Match
            left={asked.question.left ?? []}
            options={asked.options}
            pairs={draft.pairs}
            change={(pairs) => change({ ...draft, pairs })}
          />
        ) : arranged ? null : (
          <Typed
            question={asked.question}
            value={draft.typed}
            change={(typed) => change({ ...draft, typed })}
            submit={send}
            input={input}
            formId={FORM_ID}
          />
        )}
      </fieldset>
      <p className={`label ${styles.sent}`} role="status">
        {word ? t(word) : null}
      </p>
      {tapped ? null : (
        <button type="button" className="btn btn-primary wide" disabled={ready === null || closed} onClick={send}>
          {t('live.send')}
        </button>
      )}
    </>
  )
}
