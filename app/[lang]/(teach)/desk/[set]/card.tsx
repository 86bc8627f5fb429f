import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { type DeskFact, type DeskQuestion, REASONS, type Reason, type Skipped, type Tier } from '#lib/desk/index.ts'
import { t } from '#words'
import styles from './desk.module.css'
import { whyNot } from './marks.ts'
import { QuestionRow } from './question.tsx'

const REASON_WORDS = {
  wrong: 'desk.reasonWrong',
  unimportant: 'desk.reasonUnimportant',
  unclear: 'desk.reasonUnclear',
  twice: 'desk.reasonTwice',
} as const

const Standing = ({ fact }: { fact: DeskFact }) => {
  if (fact.verdict === 'accepted')
    return (
      <p className="chip is-right-ink">
        <Icon name="right" small /> {t('desk.stateAccepted')}
      </p>
    )
  if (fact.verdict === 'rejected') {
    const words = fact.reason ? t('desk.rejectedAs', { reason: t(REASON_WORDS[fact.reason]) }) : t('desk.stateRejected')
    return (
      <p className="chip is-wrong-ink">
        <Icon name="close" small /> {words}
      </p>
    )
  }
  return (
    <p className="chip">
      <Icon name="right" small /> {t(fact.byHand ? 'desk.madeByHand' : 'desk.quoted')}
    </p>
  )
}

/** What a fact states, with the words marked that are asked for: two facts may be stated by the same words. */
const Claim = ({ fact: { statement, questions } }: { fact: DeskFact }) => {
  const keys = questions.flatMap(({ key }) =>
    typeof key === 'string' && key !== 'true' && key !== 'false' ? [key] : [],
  )
  const key = keys.find((one) => statement.includes(one))
  if (key === undefined) return statement
  const at = statement.indexOf(key)
  return (
    <>
      {statement.slice(0, at)}
      <mark>{key}</mark>
      {statement.slice(at + key.length)}
    </>
  )
}

type CardProps = {
  readonly fact: DeskFact
  readonly tiers: readonly Tier[]
  readonly onAsked: (question: DeskQuestion, asked: boolean) => void
  readonly onEdit: (question: DeskQuestion, also?: string) => void
  readonly onCloseFlags: (question: DeskQuestion) => void
  readonly onAdd: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** The fact in hand with its questions. */
export const FactCard = ({ fact, tiers, onAsked, onEdit, onCloseFlags, onAdd, onStep }: CardProps) => {
  const tongue = useTongue()
  // A question keeps its place while it is switched on and off.
  const rank = ({ byHand, tier }: DeskQuestion) => (byHand ? 0 : tiers.includes(tier) ? 1 : 2)
  const questions = fact.questions.toSorted((a, b) => rank(a) - rank(b))
  return (
    <div className={`sheet factcard stack ${styles.card}`}>
      <div className={styles.claim}>
        <span className="big">{fact.number}</span>
        <h2 className={styles.statement} {...tongue}>
          <Claim fact={fact} />
        </h2>
      </div>
      <div className={styles.standing}>
        <Standing fact={fact} />
        <span className={styles.steps}>
          <button
            type="button"
            className="icon-btn"
            aria-label={t('desk.previous')}
            aria-keyshortcuts="p"
            onClick={() => onStep(-1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            className="icon-btn"
            aria-label={t('desk.next')}
            aria-keyshortcuts="n"
            onClick={() => onStep(1)}
          >
            <Icon name="down" />
          </button>
        </span>
      </div>
      <div>
        <h3 className="label">{t('desk.questions')}</h3>
        <ul className="list">
          {questions.map((question) => (
            <QuestionRow
              key={question.id}
              question={question}
              fact={fact}
              tiers={tiers}
              onAsked={(asked) => onAsked(question, asked)}
              onEdit={(also) => onEdit(question, also)}
              onCloseFlags={() => onCloseFlags(question)}
            />
          ))}
        </ul>
        <button type="button" className={`btn btn-quiet btn-small ${styles.add}`} onClick={onAdd}>
          <Icon name="plus" small />
          {t('desk.addQuestion')}
        </button>
      </div>
    </div>
  )
}

/** A sentence in hand of which nothing was asked: why, and the way to ask something of it after all. */
export const SkippedCard = ({ one, text, onMake }: { one: Skipped; text: string; onMake: () => void }) => {
  const tongue = useTongue()
  return (
    <div className={`sheet factcard stack ${styles.card}`}>
      <div className={styles.claim}>
        <span className="big">0</span>
        <p className={styles.statement} {...tongue}>
          {text.slice(one.start, one.end)}
        </p>
      </div>
      <p className="note">{t('desk.skippedHere', { why: whyNot(one) })}</p>
      <button type="button" className="btn btn-line btn-small" onClick={onMake}>
        {t('desk.makeFact')}
      </button>
    </div>
  )
}

type WaysProps = {
  readonly fact: DeskFact
  readonly rejecting: boolean
  readonly onAccept: () => void
  readonly onRejecting: (on: boolean) => void
  readonly onReject: (reason: Reason) => void
  readonly onEdit: (() => void) | null
}

/** What can be decided of the fact in hand, in thumb reach; rejecting asks why. */
export const Ways = ({ fact, rejecting, onAccept, onRejecting, onReject, onEdit }: WaysProps) => {
  const alive = useAlive()
  if (rejecting)
    return (
      <fieldset className={styles.reasons}>
        <legend className="label">{t('desk.why')}</legend>
        {REASONS.map((reason, at) => (
          <button
            key={reason}
            type="button"
            className="btn btn-line btn-small"
            aria-keyshortcuts={`${at + 1}`}
            onClick={() => onReject(reason)}
          >
            {t(REASON_WORDS[reason])} <kbd>{at + 1}</kbd>
          </button>
        ))}
        <button type="button" className="btn btn-quiet btn-small" onClick={() => onRejecting(false)}>
          {t('desk.cancel')}
        </button>
      </fieldset>
    )
  return (
    <div className={styles.ways}>
      <button
        type="button"
        className="btn btn-line"
        aria-keyshortcuts="r"
        disabled={!alive || fact.verdict === 'rejected'}
        onClick={() => onRejecting(true)}
      >
        <span className={`is-wrong-ink ${styles.glyph}`}>
          <Icon name="close" />
        </span>
        {t('desk.reject')} <kbd>R</kbd>
      </button>
      {onEdit ? (
        <button type="button" className="btn btn-line" aria-keyshortcuts="e" onClick={onEdit}>
          <span className={styles.glyph}>
            <Icon name="edit" />
          </span>
          {t('desk.editShort')} <kbd>E</kbd>
        </button>
      ) : null}
      <button
        type="button"
        className="btn btn-primary"
        aria-keyshortcuts="a"
        disabled={!alive || fact.verdict === 'accepted'}
        onClick={onAccept}
      >
        <Icon name="right" />
        {t('desk.accept')} <kbd>A</kbd>
      </button>
    </div>
  )
}
