'use client'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { ChoiceFact, QuizChoice } from '#lib/server/quizzes/choice.ts'
import { formatNumber, t } from '#words'
import { answerWords } from '../../../../_parts/answer-words.ts'
import styles from './form.module.css'

const FORMS = {
  choice: 'mock.formChoice',
  'true-false': 'mock.formTrueFalse',
  cloze: 'mock.formCloze',
  typed: 'mock.formTyped',
  number: 'mock.formNumber',
  order: 'mock.formOrder',
  match: 'mock.formMatch',
} as const

type FactProps = {
  fact: ChoiceFact
  language: string
  chosen: string | null
  choose: (questionId: string | null) => void
}

/** One fact: whether it is asked, and with which of its questions. */
const Fact = ({ fact, language, chosen, choose }: FactProps) => {
  const { questions, number } = fact
  const shown = questions.find(({ id }) => id === chosen) ?? questions[0]
  if (!shown) return null
  return (
    <li className={styles.fact}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          checked={chosen !== null}
          onChange={({ target }) => choose(target.checked ? shown.id : null)}
        />
        <span>
          <span {...tongueOf(language)}>
            {shown.stem.replaceAll('____', '…')} <span className="muted">{answerWords(shown.key)}</span>
          </span>
          <sup className="fn">{formatNumber(number)}</sup>
        </span>
      </label>
      {questions.length > 1 ? (
        <select
          className={`input ${styles.small}`}
          aria-label={t('setting.formOf', { n: number })}
          value={shown.id}
          onChange={({ target }) => choose(target.value)}
        >
          {questions.map(({ id, form }, nth) => (
            <option key={id} value={id}>
              {t(FORMS[form])}
              {questions.filter((one) => one.form === form).length > 1 ? ` ${formatNumber(nth + 1)}` : ''}
            </option>
          ))}
        </select>
      ) : null}
    </li>
  )
}

type Props = {
  choice: QuizChoice
  questionIds: readonly string[]
  change: (questionIds: string[]) => void
}

/** Which facts of a set are asked, section by section, one question a fact. */
export const Questions = ({ choice, questionIds, change }: Props) => {
  const chosen = new Set(questionIds)
  const chosenOf = ({ questions }: ChoiceFact) => questions.find(({ id }) => chosen.has(id))?.id ?? null
  const put = (facts: readonly ChoiceFact[], of: (fact: ChoiceFact) => string | null) => {
    const own = new Set(facts.flatMap(({ questions }) => questions.map(({ id }) => id)))
    change([...questionIds.filter((id) => !own.has(id)), ...facts.map(of).filter((id) => id !== null)])
  }
  const headings = [...new Set(choice.facts.map(({ heading }) => heading))]
  const picked = (fact: ChoiceFact) =>
    chosenOf(fact) ?? fact.questions.find(({ id }) => choice.picked.includes(id))?.id ?? fact.questions[0]?.id ?? null
  return (
    <div className={styles.sections}>
      {headings.map((heading) => {
        const facts = choice.facts.filter((fact) => fact.heading === heading)
        const on = facts.filter((fact) => chosenOf(fact) !== null).length
        return (
          <details key={heading ?? ''}>
            <summary>
              <span {...tongueOf(choice.language)}>{heading ?? t('setting.noHeading')}</span>
              <span className="label num">{t('setting.chosenOf', { n: on, all: facts.length })}</span>
            </summary>
            <p className={styles.all}>
              <button type="button" className="btn btn-quiet btn-small" onClick={() => put(facts, picked)}>
                {t('setting.all')}
              </button>
              <button type="button" className="btn btn-quiet btn-small" onClick={() => put(facts, () => null)}>
                {t('setting.none')}
              </button>
            </p>
            <ul className={styles.facts}>
              {facts.map((fact) => (
                <Fact
                  key={fact.number}
                  {...{ fact, language: choice.language, chosen: chosenOf(fact) }}
                  choose={(id) => put([fact], () => id)}
                />
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
