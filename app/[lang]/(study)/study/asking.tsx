'use client'
import { type RefObject, useState } from 'react'
import { t } from '#words'
import { Choices } from './forms/choices.tsx'
import { Typed } from './forms/typed.tsx'
import { answeredParts } from './later.ts'
import type { Asked } from './question.ts'

export const FORM_ID = 'answer-form'

/** What has been put together so far, before it is checked. */
export type Draft = { typed: string; placed: string[]; pairs: (string | null)[] }

const emptyDraft = ({ question }: Asked): Draft => ({
  typed: '',
  placed: [],
  pairs: (question.left ?? []).map(() => null),
})

/** The answer a draft makes, or null while it is not complete. */
export const answerFrom = ({ question, options }: Asked, draft: Draft): string | string[] | null => {
  if (question.form === 'order') return draft.placed.length === options.length ? draft.placed : null
  if (question.form === 'match') {
    const pairs = draft.pairs.filter((pair) => pair !== null)
    return pairs.length === draft.pairs.length ? pairs : null
  }
  return draft.typed.trim() === '' ? null : draft.typed
}

export const useDraft = (asked: Asked) => useState(() => emptyDraft(asked))

/** What the letters stand for; none where the question is not answered by a tap. */
export const choicesOf = ({ question, options }: Asked) => {
  if (question.form === 'true-false')
    return [
      { value: 'true', text: t('study.true'), own: false },
      { value: 'false', text: t('study.false'), own: false },
    ]
  return question.form === 'choice' ? options.map((text) => ({ value: text, text, own: true })) : []
}

type Props = {
  asked: Asked
  draft: Draft
  change: (draft: Draft) => void
  answer: (given: string | string[]) => void
  check: () => void
  input: RefObject<HTMLInputElement | null>
}

/** A question's own way of being answered. */
export const Asking = ({ asked, draft, change, answer, check, input }: Props) => {
  const { question, options } = asked
  const parts = answeredParts()
  switch (question.form) {
    case 'choice':
    case 'true-false':
      return (
        <Choices
          label={question.form === 'choice' ? t('study.answers') : t('study.trueFalse')}
          choices={choicesOf(asked)}
          rightValue={String(question.key)}
          answered={null}
          answer={answer}
        />
      )
    case 'order':
      return parts ? (
        <parts.Order options={options} placed={draft.placed} change={(placed) => change({ ...draft, placed })} />
      ) : null
    case 'match':
      return parts ? (
        <parts.Match
          left={question.left ?? []}
          options={options}
          pairs={draft.pairs}
          change={(pairs) => change({ ...draft, pairs })}
        />
      ) : null
    default:
      return (
        <Typed
          question={question}
          value={draft.typed}
          change={(typed) => change({ ...draft, typed })}
          submit={check}
          input={input}
          formId={FORM_ID}
        />
      )
  }
}
