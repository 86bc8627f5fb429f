'use client'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { Segments } from '#app/_ui/controls.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Outcome } from '#lib/server/act.ts'
import type { AssignableSet } from '#lib/server/classes/assignments.ts'
import type { QuizChoice } from '#lib/server/quizzes/choice.ts'
import { t } from '#words'
import { quizChoiceAction } from '../../../quiz-actions.ts'
import { Dates } from './dates.tsx'
import { type QuizDraft, wrongIn } from './draft.ts'
import styles from './form.module.css'
import { Questions } from './questions.tsx'
import { LiveRules, Rules } from './rules.tsx'
import { SeenBefore } from './seen.tsx'

type Props = {
  classId: string
  initial: QuizDraft
  /** None where the set is settled. */
  sets: readonly AssignableSet[]
  nameOf: (classId: string) => string
  /** What is done with it: as a draft, or for learners to see. */
  send: (draft: QuizDraft, isDraft: boolean) => Promise<Outcome<unknown>>
  done: (value: unknown) => void
  isNew: boolean
}

/** A set's questions and where they can be seen, fetched when the set is chosen. */
const useChoice = (classId: string, setId: string) => {
  const [choice, setChoice] = useState<QuizChoice | null>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    let current = true
    setTrouble('')
    quizChoiceAction({ classId, setId })
      .catch(() => null)
      .then((outcome) => {
        if (!current) return
        if (outcome?.ok) setChoice(outcome.value)
        else setTrouble(outcome?.error.message ?? t('common.noConnection'))
      })
    return () => {
      current = false
    }
  }, [classId, setId])
  return { choice: choice?.setId === setId ? choice : null, trouble }
}

/** Of a set with more questions than this so many are drawn, unless somebody says otherwise. */
const MANY = 30
const DRAWN = 20

/** A quiz or a live round: what it asks, by which rules, and when. */
export const QuizForm = ({ classId, initial, sets, nameOf, send, done, isNew }: Props) => {
  const id = useId()
  const alive = useAlive()
  const [draft, setDraft] = useState(initial)
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const { choice, trouble: noChoice } = useChoice(classId, draft.setId)
  const change = (part: Partial<QuizDraft>) => setDraft((before) => ({ ...before, ...part }))
  // A set that has just been chosen is asked whole, or so many of it, until somebody says otherwise.
  useEffect(() => {
    if (!choice) return
    const draw = choice.picked.length > MANY ? String(DRAWN) : ''
    setDraft((before) => (before.questionIds.length > 0 ? before : { ...before, questionIds: choice.picked, draw }))
  }, [choice])
  const submit = (isDraft: boolean) => (event: FormEvent) => {
    event.preventDefault()
    if (draft.questionIds.length === 0) return setTrouble(t('setting.noQuestions'))
    if (wrongIn(draft).size > 0) return setTrouble(t('setting.numberWrong'))
    if (!draft.dates.some(({ on }) => on)) return setTrouble(t('setting.noClass'))
    setBusy(true)
    setTrouble('')
    send(draft, isDraft)
      .catch(() => null)
      .then((outcome) => {
        setBusy(false)
        if (outcome?.ok) done(outcome.value)
        else setTrouble(outcome?.error.message ?? t('common.noConnection'))
      })
  }
  const isLive = draft.kind === 'live'
  return (
    <form className={styles.form} onSubmit={submit(false)} noValidate aria-busy={busy}>
      {isNew ? (
        <>
          <Segments
            legend={t('setting.kind')}
            options={[
              ['quiz', t('setting.kindQuiz')],
              ['live', t('setting.kindLive')],
            ]}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
          <p className="label">{t(isLive ? 'setting.liveHint' : 'setting.quizHint')}</p>
          <div className="field">
            <label className={styles.name} htmlFor={`${id}-set`}>
              {t('setting.set')}
            </label>
            <select
              id={`${id}-set`}
              className="input"
              value={draft.setId}
              onChange={({ target }) => {
                // The same set again is asked nothing anew.
                if (target.value !== draft.setId) change({ setId: target.value, questionIds: [] })
              }}
            >
              {sets.map((one) => (
                <option key={one.setId} value={one.setId} {...tongueOf(one.language)}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
        </>
      ) : null}
      <div className="field">
        <label className={styles.name} htmlFor={`${id}-title`}>
          {t('setting.title')}
        </label>
        <input
          id={`${id}-title`}
          className="input"
          maxLength={120}
          value={draft.title}
          placeholder={choice?.title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </div>
      <section aria-labelledby={`${id}-asked`}>
        <div className="row between">
          <h2 className={styles.name} id={`${id}-asked`}>
            {t('setting.asked')}
          </h2>
          <span className="label num">{t('setting.chosen', { n: draft.questionIds.length })}</span>
        </div>
        {choice ? (
          <Questions
            choice={choice}
            questionIds={draft.questionIds}
            change={(questionIds) => change({ questionIds })}
          />
        ) : (
          <p className="muted">{noChoice || t('common.loading')}</p>
        )}
      </section>
      {isLive ? <LiveRules draft={draft} change={change} /> : <Rules draft={draft} change={change} />}
      {isLive ? null : <Dates dates={draft.dates} nameOf={nameOf} change={(dates) => change({ dates })} />}
      {choice ? (
        <SeenBefore
          {...{ choice, questionIds: draft.questionIds, hides: draft.hides }}
          closes={isLive || draft.dates.every(({ on, closes }) => !on || closes !== '')}
          change={(hides) => change({ hides })}
        />
      ) : null}
      <p className="problem" role="alert">
        {trouble}
      </p>
      <div className={styles.ends}>
        <button type="submit" className="btn btn-primary wide" disabled={!alive || busy}>
          {t(isNew ? (isLive ? 'setting.setLive' : 'setting.setIt') : 'setting.save')}
        </button>
        {isLive ? null : (
          <button
            type="button"
            className="btn btn-quiet btn-small"
            disabled={!alive || busy}
            onClick={(event) => submit(true)(event as unknown as FormEvent)}
          >
            {t('setting.asDraft')}
          </button>
        )}
      </div>
    </form>
  )
}
