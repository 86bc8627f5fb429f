import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { type DeskFact, type DeskQuestion, FLAG_REASONS, isAsked, isWordedByHand, type Tier } from '#lib/desk/index.ts'
import { t } from '#words'
import styles from './desk.module.css'

const FORMS = {
  choice: 'desk.formChoice',
  cloze: 'desk.formCloze',
  typed: 'desk.formTyped',
  'true-false': 'desk.formTrueFalse',
  number: 'desk.formNumber',
  order: 'desk.formOrder',
  match: 'desk.formMatch',
} as const
export const formName = (form: string): string => t(FORMS[form as keyof typeof FORMS] ?? 'desk.formTyped')

const warningOf = (lint: string): string => {
  if (/leak|stands-out|article-cue/.test(lint)) return t('desk.lintLeak')
  if (/length|clauses/.test(lint)) return t('desk.lintLong')
  if (/^option|^distractor/.test(lint)) return t('desk.lintOptions')
  if (/points|pronoun|dangling|stem-quotes/.test(lint)) return t('desk.lintOpen')
  return /one-key|vague/.test(lint) ? t('desk.lintTwo') : t('desk.lintOther')
}

const answerOf = ({ form, key, unit, left }: DeskQuestion): string => {
  if (form === 'true-false') return t(key === 'true' ? 'desk.true' : 'desk.false')
  if (typeof key === 'string') return unit ? `${key} ${unit}` : key
  return key.map((one, at) => (left[at] ? `${left[at]}: ${one}` : one)).join('; ')
}

/** What there is to choose from, the right one ticked. */
const Answers = ({ question }: { question: DeskQuestion }) => {
  const tongue = useTongue()
  if (question.options.length === 0) return null
  return (
    <ul className={styles.options} {...tongue}>
      {question.options.map(({ text }) => (
        <li key={text} className={text === question.key ? styles.key : ''}>
          {text}
          {text === question.key ? <Icon name="right" small /> : null}
        </li>
      ))}
    </ul>
  )
}

const FLAG_WORDS = {
  'should-count': 'desk.flagCounts',
  'wrong-answer': 'desk.flagWrong',
  'not-cited': 'desk.flagNotCited',
  unclear: 'desk.flagUnclear',
  other: 'desk.flagOther',
} as const

/** Answers that learners hold to be right, each once. */
const offeredIn = (flags: DeskQuestion['flags']): string[] => [
  ...new Set(flags.flatMap(({ reason, note }) => (reason === 'should-count' && note ? [note] : []))),
]

type FlagsProps = {
  flags: DeskQuestion['flags']
  onClose: () => void /** Null where its answers are not for a person to word. */
  onCount: ((answer: string) => void) | null
}

/** What learners found wrong, and the way to say that it is dealt with. */
const Flags = ({ flags, onClose, onCount }: FlagsProps) => (
  <div className={styles.flags}>
    <ul>
      {FLAG_REASONS.flatMap((reason) => {
        const n = flags.filter((flag) => flag.reason === reason).length
        return n === 0 ? [] : [<li key={reason}>{t('desk.flagged', { what: t(FLAG_WORDS[reason]), n })}</li>]
      })}
      {flags.flatMap(({ note, reason }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other name, and none moves
        note && reason !== 'should-count' ? [<li key={at}>{`“${note}”`}</li>] : [],
      )}
    </ul>
    {(onCount ? offeredIn(flags) : []).map((answer) => (
      <button key={answer} type="button" className="btn btn-line btn-small" onClick={() => onCount?.(answer)}>
        {t('desk.flagCount', { answer })}
      </button>
    ))}
    <button type="button" className="btn btn-quiet btn-small" onClick={onClose}>
      {t('desk.flagClose')}
    </button>
  </div>
)

type Props = {
  readonly question: DeskQuestion
  readonly fact: DeskFact
  readonly tiers: readonly Tier[]
  readonly onAsked: (asked: boolean) => void
  /** With an answer that is to count as well. */
  readonly onEdit: (also?: string) => void
  readonly onCloseFlags: () => void
}

/** A question as a learner will see it, whether it is asked, what a check warned of, and the way to word it anew. */
export const QuestionRow = ({ question, fact, tiers, onAsked, onEdit, onCloseFlags }: Props) => {
  const tongue = useTongue()
  const asked = isAsked(question, fact, tiers)
  const alive = useAlive()
  const [lint] = question.lints
  return (
    <li className={asked ? styles.question : `${styles.question} ${styles.leftOut}`}>
      <div className={styles.asking}>
        <p className={styles.stem} {...tongue}>
          {question.stem}
        </p>
        <Answers question={question} />
        <p className={`label ${styles.about}`}>
          <span>{formName(question.form)}</span>
          {question.options.length > 0 ? null : <span>{t('desk.answer', { answer: answerOf(question) })}</span>}
          {question.byHand ? <span>{t('desk.wordedByYou')}</span> : null}
          {lint && !question.byHand ? (
            <span className="chip is-hard-ink">
              <Icon name="warning" small />
              {warningOf(lint)}
            </span>
          ) : null}
        </p>
        {question.flags.length > 0 ? (
          <Flags
            flags={question.flags}
            onClose={onCloseFlags}
            onCount={isWordedByHand(question.form) ? onEdit : null}
          />
        ) : null}
      </div>
      <div className={styles.questionWays}>
        {isWordedByHand(question.form) ? (
          <button
            type="button"
            className="icon-btn"
            aria-label={t('desk.edit', { stem: question.stem })}
            onClick={() => onEdit()}
          >
            <Icon name="edit" />
          </button>
        ) : null}
        <input
          type="checkbox"
          role="switch"
          className={`switch ${styles.small}`}
          checked={asked}
          aria-checked={asked}
          disabled={!alive}
          aria-label={`${t('desk.asked')}: ${question.stem}`}
          onChange={(event) => onAsked(event.target.checked)}
        />
      </div>
    </li>
  )
}
