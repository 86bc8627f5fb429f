'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import type { MendPreview } from '#lib/server/quizzes/mend.ts'
import { formatNumber, t } from '#words'
import { answerWords } from '../../../../../_parts/answer-words.ts'
import { mendAction, previewMendAction } from '../../../../quiz-actions.ts'
import { useDoing } from '../../../doing.ts'
import styles from './items.module.css'

type Kind = 'key' | 'accept' | 'drop' | 'full'
const KINDS = { key: 'mend.key', accept: 'mend.accept', drop: 'mend.drop', full: 'mend.full' } as const

type Props = {
  assignmentId: string
  questionId: string
  /** Texts to choose from; empty where it is written. */
  options: readonly string[]
  /** Whether another answer can be named in one line: not for an order or a match. */
  oneLine: boolean
}

const half = (value: number): string => formatNumber(value, { maximumFractionDigits: 2 })

/** Whose marks change and by how much. */
const Changes = ({ preview: { attempts, people } }: { preview: MendPreview }) => (
  <div role="status">
    <p>{people.length === 0 ? t('mend.nobody') : t('mend.changes', { n: people.length, all: attempts })}</p>
    <ul className={styles.changes}>
      {people.slice(0, 30).map(({ userId, name, before, after, outOf }) => (
        <li key={userId}>
          <bdi>{name ?? t('mend.nameless')}</bdi>{' '}
          <span className="num">
            {t('mend.fromTo', { before: half(before), after: half(after), outOf: half(outOf) })}
          </span>
        </li>
      ))}
    </ul>
  </div>
)

/** Puts a question right after it was answered: what would change first, and then at once for everyone. */
export const PutRight = ({ assignmentId, questionId, options, oneLine }: Props) => {
  const id = useId()
  const alive = useAlive()
  const { does, trouble, busy } = useDoing()
  const router = useRouter()
  const [kind, setKind] = useState<Kind>(oneLine ? 'accept' : 'drop')
  const [answer, setAnswer] = useState('')
  const [preview, setPreview] = useState<MendPreview | null>(null)
  const needs = kind === 'key' || kind === 'accept'
  const input = { assignmentId, questionId, kind, answer: needs ? answer : null }
  const change = (act: () => void) => {
    act()
    setPreview(null)
  }
  const kinds = (Object.keys(KINDS) as Kind[]).filter((one) => oneLine || one === 'drop' || one === 'full')
  return (
    <details className={styles.fold}>
      <summary className={`label ${styles.more}`}>{t('mend.title')}</summary>
      <fieldset className={styles.kinds} aria-busy={busy}>
        <legend className="sr">{t('mend.title')}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name={id} checked={kind === one} onChange={() => change(() => setKind(one))} />
            {t(KINDS[one])}
          </label>
        ))}
      </fieldset>
      {needs ? (
        <div className="field">
          <label htmlFor={`${id}-answer`}>{t('mend.answer')}</label>
          {options.length > 0 ? (
            <select
              id={`${id}-answer`}
              className="input"
              value={answer}
              onChange={({ target }) => change(() => setAnswer(target.value))}
            >
              <option value="">{t('mend.choose')}</option>
              {options.map((text) => (
                <option key={text} value={text}>
                  {answerWords(text)}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`${id}-answer`}
              className="input"
              value={answer}
              maxLength={500}
              onChange={({ target }) => change(() => setAnswer(target.value))}
            />
          )}
        </div>
      ) : null}
      <p className="problem" role="alert">
        {trouble}
      </p>
      {preview ? <Changes preview={preview} /> : null}
      <p>
        {preview ? (
          <button
            type="button"
            className="btn btn-primary"
            disabled={busy}
            onClick={() =>
              does(
                () => mendAction(input),
                () => {
                  change(() => setAnswer(''))
                  router.refresh()
                },
              )
            }
          >
            {t('mend.apply')}
          </button>
        ) : (
          <button
            type="button"
            className="btn btn-line"
            disabled={!alive || busy || (needs && answer.trim() === '')}
            onClick={() =>
              does(
                () => previewMendAction(input),
                (value) => setPreview(value as MendPreview),
              )
            }
          >
            {t('mend.preview')}
          </button>
        )}
      </p>
    </details>
  )
}
