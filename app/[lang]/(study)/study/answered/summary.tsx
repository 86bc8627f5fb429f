'use client'
import { useEffect, useRef } from 'react'
import { useCanInstall } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Today } from '#lib/analytics/index.ts'
import { install, type Learner } from '#lib/client/index.ts'
import { sentence } from '#lib/messages/index.ts'
import { type SummaryFact, summary } from '#lib/session/index.ts'
import { inWords, t } from '#words'
import { SavedChip } from '../../_view/chip.tsx'
import { useKeys } from '../keys.ts'
import { type Asked, askedOf } from '../question.ts'
import type { Studying } from '../use-session.ts'
import { citedBy } from './cite.ts'
import { Sentence } from './footnote.tsx'
import { comesBack } from './when.ts'

type Props = {
  learner: Learner
  today: Today
  studying: Studying
  keepGoing: (() => void) | null
}

const titleOf = (right: number, all: number): string => {
  const words = { right: sentence(inWords(right)), all: inWords(all) }
  if (right === 0) return t('study.doneNone', words)
  return right === all && all > 1 ? t('study.doneAll', words) : t('study.doneTitle', words)
}

const MARKS = {
  right: { look: 'r', icon: 'right', word: 'study.markRight' },
  wrong: { look: 'x', icon: 'close', word: 'study.markWrongWord' },
  hard: { look: 'h', icon: 'unsure', word: 'study.markHard' },
} as const

type Seen = SummaryFact & { asked: Asked; index: number }

/** Each fact with the question that asked it last, which knows the words to mark. */
const seenOf = (facts: readonly SummaryFact[], learner: Learner, studying: Studying): Seen[] =>
  facts.flatMap((fact) => {
    const items = studying.session.answers
      .map(({ item }) => item)
      .filter(({ factIds }) => factIds.includes(fact.factId))
    const item = items.findLast(({ factIds }) => factIds.length === 1) ?? items.at(-1)
    const asked = item ? askedOf(learner.packs, item, '') : null
    const index = asked?.facts.findIndex((one) => one.id === fact.factId) ?? -1
    return asked && index >= 0 ? [{ ...fact, asked, index }] : []
  })

const Marks = ({ seen }: { seen: readonly Seen[] }) => (
  <ol className="marks" aria-label={t('study.answersInOrder')}>
    {seen.map(({ factId, verdict, asked, index }) => (
      <li key={factId} className={MARKS[verdict].look}>
        <span className="n">{asked.facts[index]?.number}</span>
        <Icon name={MARKS[verdict].icon} small />
        <span className="sr">{t(MARKS[verdict].word)}</span>
      </li>
    ))}
  </ol>
)

const LookAgain = ({ seen, today, practice }: { seen: readonly Seen[]; today: Today; practice: boolean }) => (
  <section className="section">
    <h2 className="head">{t('study.lookAgain')}</h2>
    <ol className="look-again">
      {seen.map(({ factId, due, asked, index }) => {
        const cited = citedBy(asked)[index]
        return (
          <li key={factId}>
            <span className="fn">{asked.facts[index]?.number}</span>
            <p {...tongueOf(asked.pack.language)}>{cited ? <Sentence cited={cited} /> : null}</p>
            <span className="look-again-foot">
              <span className="label">{due !== null && !practice ? sentence(comesBack(due, today)) : ''}</span>
              {cited?.href ? (
                <a className="source-link" href={cited.href}>
                  {t('study.readInPlace')} <Icon name="forward" small />
                </a>
              ) : null}
            </span>
          </li>
        )
      })}
    </ol>
  </section>
)

/** Where a guest's work is, how it stays for good, and how it comes to another device. */
const GuestKept = () => (
  <p className="label guest-kept">
    {t('study.guestKept')} <a href="/sign-up">{t('study.guestKeep')}</a> <a href="/move">{t('study.guestMove')}</a>
  </p>
)

/** Offered once there was a session to like, never before. */
const InstallOffer = () =>
  useCanInstall() ? (
    <p className="guest-kept">
      <button type="button" className="btn btn-line btn-small" onClick={() => void install()}>
        {t('study.install')}
      </button>{' '}
      <span className="label">{t('study.installWhy')}</span>
    </p>
  ) : null

/** The end of a session: the result in words, every fact with its mark, what is worth another look, and the ways on. */
export const Summary = ({ learner, today, studying, keepGoing }: Props) => {
  const { session } = studying
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useKeys({ undo: studying.undo, main: null, pressed: () => false })
  const told = summary(session, learner.cards)
  const seen = seenOf(told.facts, learner, studying)
  const again = new Set(told.lookAgain.map(({ factId }) => factId))
  const practice = session.context === 'practice'
  return (
    <div className="study done">
      <header className="study-top">
        <a className="icon-btn" href="/today" aria-label={t('common.close')}>
          <Icon name="close" />
        </a>
        <span>
          <SavedChip {...learner} />
        </span>
        <span className="label num">
          {t('common.minutes', { n: Math.max(1, Math.round(told.durationMs / 60_000)) })}
        </span>
        <button type="button" className="icon-btn" aria-label={t('study.undo')} onClick={studying.undo}>
          <Icon name="undo" />
        </button>
      </header>
      <main className="study-body">
        <h1 className="title" ref={heading} tabIndex={-1}>
          {titleOf(told.rightFirst, told.facts.length)}
        </h1>
        {practice ? <p className="muted practice-note">{t('study.noSchedule')}</p> : null}
        <Marks seen={seen} />
        {again.size > 0 ? (
          <LookAgain seen={seen.filter(({ factId }) => again.has(factId))} today={today} practice={practice} />
        ) : null}
        {learner.account?.kind === 'guest' ? <GuestKept /> : null}
        <InstallOffer />
      </main>
      <footer className="study-foot">
        <a className="btn btn-primary wide" href="/today">
          {t('study.doneForToday')}
        </a>
        <div className="ways-on">
          {keepGoing ? (
            <button type="button" className="btn btn-quiet btn-small" onClick={keepGoing}>
              {t('study.keepGoing')}
            </button>
          ) : null}
          <button type="button" className="btn btn-quiet btn-small" onClick={studying.practiseAgain}>
            {t('study.practiseThese')}
          </button>
        </div>
      </footer>
    </div>
  )
}
