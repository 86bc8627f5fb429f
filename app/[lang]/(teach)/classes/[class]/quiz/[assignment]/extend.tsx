'use client'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { QuizLearner, QuizResults } from '#lib/server/quizzes/results.ts'
import { t } from '#words'
import { extendQuizAction } from '../../../quiz-actions.ts'
import type { Does } from '../../doing.ts'
import { instantOf, localOf } from '../_form/draft.ts'
import styles from './results.module.css'

const count = (text: string): number => Math.max(0, Math.round(Number(text) || 0))

type Props = { results: QuizResults; learner: QuizLearner; does: Does; close: () => void }

/** More time, more attempts or a later end for one learner; nothing in it takes that back. */
export const Extend = ({ results, learner, does, close }: Props) => {
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const { allowance, userId, name } = learner
  const [minutes, setMinutes] = useState(String(allowance.extraMinutes))
  const [attempts, setAttempts] = useState(String(allowance.extraAttempts))
  const [closes, setCloses] = useState(localOf(allowance.closesAt))
  useEffect(() => first.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const more = { extraMinutes: count(minutes), extraAttempts: count(attempts), closesAt: instantOf(closes) }
    does(() => extendQuizAction({ assignmentId: results.assignmentId, userId, ...more }))
    close()
  }
  const fields = [
    ['minutes', t('results.extraMinutes'), minutes, setMinutes, 'text'],
    ['attempts', t('results.extraAttempts'), attempts, setAttempts, 'text'],
    ...(results.closesAt === null
      ? []
      : [['closes', t('results.extraUntil'), closes, setCloses, 'datetime-local'] as const]),
  ] as const
  return (
    <form className={styles.extend} onSubmit={submit} noValidate>
      <h3 className={styles.name}>{t('results.extendFor', { name: name ?? t('classes.nameless') })}</h3>
      <div className={styles.pair}>
        {fields.map(([key, label, value, set, type], nth) => (
          <div key={key} className="field">
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <input
              id={`${id}-${key}`}
              ref={nth === 0 ? first : undefined}
              className="input"
              type={type}
              {...(type === 'text' ? { inputMode: 'numeric' as const } : {})}
              value={value}
              onChange={({ target }) => set(target.value)}
            />
          </div>
        ))}
      </div>
      <p className={styles.ways}>
        <button type="submit" className="btn btn-primary btn-small">
          {t('results.extendIt')}
        </button>
        <button type="button" className="btn btn-quiet btn-small" onClick={close}>
          {t('results.leaveIt')}
        </button>
      </p>
    </form>
  )
}
