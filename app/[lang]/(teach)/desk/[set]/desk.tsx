'use client'
import { useMemo, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage, useTongue } from '#app/_words/tongue.ts'
import { countOf, type DeskFact, REASONS, sentencesAround, tiersAsked, withGap } from '#lib/desk/index.ts'
import type { Outcome } from '#lib/server/act.ts'
import type { DeskEdition } from '#lib/server/desk/read.ts'
import { t } from '#words'
import { addFactAction, addQuestionAction, rewordFactAction, wordQuestionAction } from '../actions.ts'
import { FactCard, SkippedCard, Ways } from './card.tsx'
import styles from './desk.module.css'
import { type Keys, useKeys } from './keys.ts'
import { skippedId } from './marks.ts'
import { useSelected } from './selection.ts'
import { StatementForm } from './statement-form.tsx'
import { DeskText } from './text.tsx'
import { AcceptAll, Coverage, Tools } from './tools.tsx'
import { type DeskState, useDesk } from './use-desk.ts'
import { type Editing, wordingFor } from './wording.ts'
import { WordingForm } from './wording-form.tsx'

/** What a person takes for one fact. */
const SECONDS_PER_FACT = 10

type Edition = Pick<DeskEdition, 'text' | 'language' | 'sections' | 'skipped' | 'sentences'>

const Top = ({ desk, setId }: { desk: DeskState; setId: string }) => {
  const { facts, accepted, rejected } = countOf(desk.facts)
  const open = facts - accepted - rejected
  const minutes = Math.ceil((open * SECONDS_PER_FACT) / 60)
  return (
    <header className={`topbar ${styles.top}`}>
      <a className="icon-btn" href="/desk" aria-label={t('common.back')}>
        <Icon name="back" />
      </a>
      <h1 className="label num">
        {t('desk.judgedOf', { n: accepted + rejected, all: facts })}
        {open > 0 ? (
          <span className="hide-p"> · {t('desk.minutesLeft', { minutes: t('common.minutes', { n: minutes }) })}</span>
        ) : null}
      </h1>
      <a className="btn btn-quiet btn-small" href={`/desk/${setId}/publish`}>
        {t('desk.publish')}
      </a>
    </header>
  )
}

const Done = ({ desk, setId }: { desk: DeskState; setId: string }) => {
  const { facts, accepted, rejected } = countOf(desk.facts)
  const all = accepted + rejected === facts
  if (facts === 0)
    return (
      <div className={`stack ${styles.done}`}>
        <h2 className="title">{t('desk.noFact')}</h2>
        <p className="lede">{t('desk.selectHint')}</p>
      </div>
    )
  return (
    <div className={`stack ${styles.done}`}>
      <h2 className="title">{all ? t('desk.doneTitle', { n: facts }) : t('desk.noneInState')}</h2>
      <p className="lede">{t('desk.doneBody', { accepted, rejected })}</p>
      {all ? (
        <a className="btn btn-primary" href={`/desk/${setId}/publish`}>
          {t('desk.publish')}
        </a>
      ) : (
        <button type="button" className="btn btn-primary" onClick={() => desk.show('all')}>
          {t('desk.stateAll')}
        </button>
      )}
    </div>
  )
}

const Next = ({ fact }: { fact: DeskFact | undefined }) => {
  const tongue = useTongue()
  return fact ? (
    <p className={`label hide-p ${styles.next}`} {...tongue}>
      {t('desk.nextFact', { number: fact.number, statement: fact.statement })}
    </p>
  ) : null
}

const Saved = ({ desk }: { desk: DeskState }) => (
  <p className="label" role="status">
    {desk.saving === 'waiting' ? (
      <span className="is-hard-ink">{t('desk.notSaved')}</span>
    ) : (
      <span className="sr">{desk.said}</span>
    )}
  </p>
)

const Judging = ({ setId, edition, given, first }: Props) => {
  const desk = useDesk(setId, given, first)
  const [rejecting, setRejecting] = useState(false)
  const [editing, setEditing] = useState<Editing | null>(null)
  const selected = useSelected()
  const { text, sections, sentences, skipped } = edition
  const tiers = useMemo(() => tiersAsked(desk.facts.flatMap(({ questions }) => questions)), [desk.facts])
  const { current } = desk
  const skippedNow = skipped.find((one) => skippedId(one) === desk.skipped)
  const make = (stretch: { start: number; end: number } | null) => {
    const around = stretch && sentencesAround(text, sentences, stretch)
    if (!around) return
    const { quote, answer } = around
    const whole = quote.start === answer.start && quote.end === answer.end
    const sentence = text.slice(quote.start, quote.end)
    const first = whole
      ? { stem: '', answers: [], wrong: [] }
      : withGap(sentence, answer.start - quote.start, answer.end - quote.start)
    setEditing({ kind: 'fact', ...answer, quote: sentence, first })
  }
  const edit = (fact: DeskFact) => setEditing({ kind: 'statement', fact })
  const reject = (at: number) => {
    setRejecting(false)
    desk.decide('rejected', REASONS[at])
  }
  const keysNow = (): Keys => {
    if (editing) return {}
    if (rejecting)
      return {
        escape: () => setRejecting(false),
        ...Object.fromEntries(REASONS.map((_, at) => [`${at + 1}`, () => reject(at)])),
      }
    return {
      u: desk.undo,
      n: () => desk.step(1),
      p: () => desk.step(-1),
      ...(current && !skippedNow
        ? { a: () => desk.decide('accepted'), r: () => setRejecting(true), e: () => edit(current) }
        : {}),
    }
  }
  useKeys(keysNow())

  const save = async (input: object): Promise<Outcome<unknown> | null> => {
    if (!editing) return null
    const outcome = await sent(setId, editing, input).catch(() => null)
    if (outcome?.ok) {
      const { facts, factId } = outcome.value
      desk.replace(facts, factId)
      setEditing(null)
    }
    return outcome
  }
  const following = current ? desk.facts.find(({ number }) => number === current.number + 1) : undefined
  return (
    <div className={styles.desk}>
      <Top desk={desk} setId={setId} />
      <DeskText
        {...{ text, sections, skipped }}
        facts={desk.facts}
        now={desk.skipped ?? current?.id ?? null}
        onFact={desk.select}
        onSkipped={desk.selectSkipped}
      />
      <main className={styles.side} id="content">
        <Tools desk={desk} />
        {editing?.kind === 'statement' ? (
          <StatementForm
            statement={editing.fact.statement}
            quote={editing.fact.quote}
            onSave={(statement) => save({ statement })}
            onClose={() => setEditing(null)}
          />
        ) : editing ? (
          <WordingForm {...wordingFor(editing, text)} onSave={save} onClose={() => setEditing(null)} />
        ) : skippedNow ? (
          <SkippedCard one={skippedNow} text={text} onMake={() => make(skippedNow)} />
        ) : current ? (
          <FactCard
            fact={current}
            tiers={tiers}
            onAsked={desk.setAsked}
            onCloseFlags={desk.closeFlags}
            onEdit={(question, also) =>
              setEditing({ kind: 'question', fact: current, question, ...(also ? { also } : {}) })
            }
            onAdd={() => setEditing({ kind: 'add', fact: current })}
            onStep={desk.step}
          />
        ) : (
          <Done desk={desk} setId={setId} />
        )}
        {editing ? null : (
          <footer className={styles.foot}>
            {selected ? (
              <button
                type="button"
                className="btn btn-line wide"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => make(selected)}
              >
                {t('desk.makeFact')}
              </button>
            ) : current && !skippedNow ? (
              <Ways
                fact={current}
                rejecting={rejecting}
                onAccept={() => desk.decide('accepted')}
                onRejecting={setRejecting}
                onReject={(reason) => reject(REASONS.indexOf(reason))}
                onEdit={() => edit(current)}
              />
            ) : null}
            <Saved desk={desk} />
            <Next fact={following} />
          </footer>
        )}
        <div className={styles.more}>
          <AcceptAll desk={desk} />
          <Coverage sections={sections} facts={desk.facts} skipped={skipped} />
          <p className="label">{t('desk.selectHint')}</p>
          <a className={`btn btn-quiet btn-small ${styles.acceptAll}`} href={`/desk/${setId}/again`}>
            <Icon name="document" />
            {t('desk.again')}
          </a>
        </div>
      </main>
    </div>
  )
}

type Props = {
  readonly setId: string
  readonly edition: Edition
  readonly given: readonly DeskFact[]
  /** The fact to open with; null: the first that is not judged. */
  readonly first: string | null
}

type Saved = Promise<Outcome<{ readonly facts: readonly DeskFact[]; readonly factId?: string }>>

const sent = (setId: string, editing: Editing, input: object): Saved => {
  switch (editing.kind) {
    case 'question':
      return wordQuestionAction({ setId, questionId: editing.question.id, version: editing.question.version, ...input })
    case 'statement':
      return rewordFactAction({ setId, factId: editing.fact.id, version: editing.fact.version, ...input })
    case 'add':
      return addQuestionAction({ setId, factId: editing.fact.id, ...input })
    case 'fact':
      return addFactAction({ setId, start: editing.start, end: editing.end, ...input })
  }
}

export const DeskScreen = (props: Props) => (
  <TextLanguage value={props.edition.language}>
    <Judging {...props} />
  </TextLanguage>
)
