import { useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { isWordedByHand } from '#lib/desk/index.ts'
import type { ComposedFact, ComposedQuestion } from '#lib/server/desk/composer.ts'
import { t } from '#words'
import { formName } from '../desk/[set]/question.tsx'
import type { Choosing } from './choice.ts'
import styles from './compose.module.css'

/** What is worded anew for this set. */
export type Editing = { readonly fact: ComposedFact; readonly question: ComposedQuestion | null }

const SHOWN_AT_ONCE = 40

type SwitchProps = { readonly label: string; readonly on: boolean; readonly onTurn: () => void }
const Switch = ({ label, on, onTurn }: SwitchProps) => (
  <input
    type="checkbox"
    role="switch"
    className={`switch ${styles.small}`}
    checked={on}
    aria-checked={on}
    disabled={!useAlive()}
    aria-label={label}
    onChange={onTurn}
  />
)

type Props = { readonly fact: ComposedFact; readonly choosing: Choosing; readonly onEdit: (editing: Editing) => void }

const Question = ({ question, fact, choosing, onEdit }: Props & { question: ComposedQuestion }) => {
  const tongue = useTongue()
  const { stem, answers } = question.wording
  return (
    <li className={styles.question}>
      <div>
        <p {...tongue}>{stem}</p>
        <p className="label">
          {formName(question.form)} ·{' '}
          {question.form === 'true-false' ? (
            t(answers[0] === 'true' ? 'desk.true' : 'desk.false')
          ) : (
            <span {...tongue}>{answers[0]}</span>
          )}
        </p>
      </div>
      <span className={styles.ways}>
        {fact.changedHere && isWordedByHand(question.form) ? (
          <button
            type="button"
            className="icon-btn"
            aria-label={t('desk.edit', { stem })}
            onClick={() => onEdit({ fact, question })}
          >
            <Icon name="edit" />
          </button>
        ) : null}
        <Switch
          label={`${t('desk.asked')}: ${stem}`}
          on={!choosing.choice.leftOut.includes(question.id)}
          onTurn={() => choosing.toggleLeftOut(question.id)}
        />
      </span>
    </li>
  )
}

const Fact = (props: Props) => {
  const { fact, choosing, onEdit } = props
  const tongue = useTongue()
  const on = !choosing.choice.leftOut.includes(fact.id)
  return (
    <li className={styles.fact}>
      <div className={styles.factHead}>
        <p className={on ? styles.statement : `${styles.statement} ${styles.off}`} {...tongue}>
          {fact.statement}
        </p>
        <span className={styles.ways}>
          {fact.changedHere ? (
            <button
              type="button"
              className="icon-btn"
              aria-label={t('compose.editFact', { statement: fact.statement })}
              onClick={() => onEdit({ fact, question: null })}
            >
              <Icon name="edit" />
            </button>
          ) : null}
          <Switch
            label={t('compose.takeIn', { statement: fact.statement })}
            on={on}
            onTurn={() => choosing.toggleLeftOut(fact.id)}
          />
        </span>
      </div>
      {on && fact.questions.length > 0 ? (
        <details>
          <summary className="label">{t('common.questions', { n: fact.questions.length })}</summary>
          <ul className="list">
            {fact.questions.map((question) => (
              <Question key={question.id} {...props} question={question} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

type FactsProps = Omit<Props, 'fact'> & { readonly facts: readonly ComposedFact[] }

/** What a set asks, fact by fact, to be left out or worded anew. */
export const Facts = ({ facts, ...on }: FactsProps) => {
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  if (facts.length === 0) return null
  return (
    <details className={styles.facts}>
      <summary className={styles.legend}>
        {t('compose.whatItAsks')} <span className="label num">{t('common.facts', { n: facts.length })}</span>
      </summary>
      <p className="label">{t('compose.asksLede')}</p>
      <ul className="list">
        {facts.slice(0, shown).map((fact) => (
          <Fact key={fact.id} fact={fact} {...on} />
        ))}
      </ul>
      {facts.length > shown ? (
        <button type="button" className="btn btn-line btn-small" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          {t('list.more')}
        </button>
      ) : null}
    </details>
  )
}
