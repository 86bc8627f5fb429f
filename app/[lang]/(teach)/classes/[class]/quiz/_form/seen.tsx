'use client'
import type { QuizChoice, Seen } from '#lib/server/quizzes/choice.ts'
import { t } from '#words'
import styles from './form.module.css'

type Props = {
  choice: QuizChoice
  questionIds: readonly string[]
  hides: boolean
  /** Hiding ends when it closes. */
  closes: boolean
  change: (hides: boolean) => void
}

/** What of it learners can see already, and keeping that from them until it has closed. */
export const SeenBefore = ({ choice, questionIds, hides, closes, change }: Props) => {
  const asked = choice.facts.filter(({ questions }) => questions.some(({ id }) => questionIds.includes(id)))
  const count = (where: Seen) => asked.filter(({ seen }) => seen.includes(where)).length
  const any = asked.filter(({ seen }) => seen.length > 0).length
  if (any === 0) return <p className="label">{t('setting.seenNothing')}</p>
  return (
    <div className={styles.seen}>
      <p>{t('setting.seenSome', { n: any, all: asked.length })}</p>
      <ul>
        {count('study') > 0 ? <li>{t('setting.seenStudy', { n: count('study') })}</li> : null}
        {count('shared') > 0 ? <li>{t('setting.seenShared', { n: count('shared') })}</li> : null}
        {count('text') > 0 ? <li>{t('setting.seenText', { n: count('text') })}</li> : null}
      </ul>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hides && closes}
          disabled={!closes}
          onChange={({ target }) => change(target.checked)}
        />
        {t('setting.hide')}
      </label>
      <p className="label">{t(closes ? 'setting.hideHint' : 'setting.hideNeedsEnd')}</p>
    </div>
  )
}
