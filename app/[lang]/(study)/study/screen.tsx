'use client'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { TextLanguage } from '#app/_words/tongue.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Learner } from '#lib/client/index.ts'
import { cardKey } from '#lib/log/index.ts'
import type { Answered as AnswerGiven } from '#lib/session/index.ts'
import { t } from '#words'
import type { StudyToday } from './answered/when.ts'
import { Asking, answerFrom, choicesOf, useDraft } from './asking.tsx'
import { AskingFoot } from './foot.tsx'
import { useKeys } from './keys.ts'
import { answeredParts } from './later.ts'
import { Beside } from './parts/beside.tsx'
import { Stem } from './parts/stem.tsx'
import { type Asked, labelOf } from './question.ts'
import { RATINGS } from './ratings.ts'
import { useSettled } from './settled.ts'
import type { Studying } from './use-session.ts'

type Props = {
  asked: Asked
  learner: Learner
  today: StudyToday
  studying: Studying
  /** The answer whose verdict shows; null while the question is open. */
  given: AnswerGiven | null
  /** The session's very first question, which leaves the focus where the browser put it. */
  first: boolean
  /** Stands at the right of the section's name. */
  over: ReactNode
  /** Announces a text to those who do not see the screen. */
  say: (text: string) => void
}

/** A blank is a pause to the ear. */
const spoken = (stem: string): string => stem.replaceAll('____', ' … ')

/** One question from asking to verdict. Question and choices hold their place; the footnote comes in below them. */
export const Screen = ({ asked, learner, today, studying, given, first, over, say }: Props) => {
  const { question } = asked
  const { phase } = studying.session
  const flip = asked.item.mode === 'flip'
  const [draft, change] = useDraft(asked)
  const heading = useRef<HTMLHeadingElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const below = useRef<HTMLDivElement>(null)
  const several = asked.facts.length > 1
  const settled = useSettled(phase)
  const parts = phase === 'asking' ? null : answeredParts()
  const marking = useMemo(
    () => (parts && given && !flip ? parts.markingOf(asked, given.given) : null),
    [parts, asked, given, flip],
  )
  const { context } = studying.session
  /** The card as it was while the question was open; undefined where the session was taken up later. */
  const [fact] = asked.facts
  const [before] = useState(() =>
    phase === 'answered' || !fact ? undefined : (learner.cards.get(cardKey(fact.id, asked.item.direction)) ?? null),
  )
  const outcome = parts && given ? parts.outcomeOf(asked, given, marking, learner, today, context) : null

  useEffect(() => {
    // Several footnotes are longer than the page: what was right stays in view above them.
    if (phase !== 'asking') below.current?.focus({ preventScroll: several })
    else if (input.current) input.current.focus()
    else if (!first) heading.current?.focus()
  }, [phase, first, several])

  const announcement = parts?.announcementOf(asked, outcome)
  useEffect(() => {
    if (announcement) say(announcement)
  }, [announcement, say])

  const ready = answerFrom(asked, draft)
  const check = settled(() => {
    if (ready !== null) studying.answer(ready)
  })
  const answer = settled(studying.answer)
  const rate = settled(studying.rate)
  const next = settled(studying.next)
  const reveal = settled(studying.reveal)
  const override = settled(() => {
    studying.override()
    if (parts && given && outcome?.kind === 'wrong') parts.offerAnswer(asked, given.given)
  })
  const buttons = learner.settings.ratingButtons

  useKeys({
    undo: studying.undo,
    main: phase === 'answered' ? next : phase === 'revealed' ? () => rate(3) : flip ? reveal : ready ? check : null,
    pressed: (key) => {
      const place = '1234'.includes(key) ? Number(key) - 1 : 'abcd'.indexOf(key)
      if (phase === 'revealed') {
        const chosen = '1234'.includes(key) ? RATINGS[buttons][place] : undefined
        if (chosen) rate(chosen)
        return chosen !== undefined
      }
      const choice = phase === 'asking' && !flip ? choicesOf(asked)[place] : undefined
      if (choice) answer(choice.value)
      return choice !== undefined
    },
  })

  const rerated =
    parts && given?.auto && before !== undefined && !several
      ? { rating: given.ratings[0]?.rating, intervals: parts.intervalsOf(asked, learner, today, context, before) }
      : null
  const Aloud = answeredParts()?.Aloud

  const sets = learner.refs.filter(({ paused }) => !paused).length
  const label = context === 'practice' ? t('study.practice') : labelOf(asked, sets)
  return (
    <TextLanguage value={asked.pack.language}>
      <main className="study-body">
        <div className="over">
          <span className="label" {...(context === 'practice' ? {} : tongueOf(asked.pack.language))}>
            {label}
          </span>
          {over}
          {Aloud ? <Aloud text={parts ? parts.answerText(question) : spoken(question.stem)} /> : null}
        </div>
        <Stem stem={question.stem} numbers={asked.facts.map((fact) => fact.number)} focus={heading} />
        {question.image || question.sound ? <Beside question={question} /> : null}
        {parts ? (
          <parts.Shown asked={asked} given={given && !flip ? given.given : null} marking={marking} focus={below} />
        ) : flip ? null : (
          <Asking asked={asked} draft={draft} change={change} answer={answer} check={check} input={input} />
        )}
      </main>
      {parts ? (
        <parts.InHand
          verdict={outcome?.kind ?? null}
          left={phase === 'revealed' ? () => rate(1) : next}
          right={phase === 'revealed' ? () => rate(3) : next}
        />
      ) : null}
      <footer className="study-foot">
        {parts && outcome ? (
          <parts.Continue outcome={outcome} next={next} override={override}>
            {rerated?.rating && rerated.intervals ? (
              <parts.Rerate rating={rerated.rating} intervals={rerated.intervals} rate={rate} />
            ) : null}
          </parts.Continue>
        ) : parts ? (
          <parts.Rates buttons={buttons} intervals={parts.intervalsOf(asked, learner, today, context)} rate={rate} />
        ) : (
          <AskingFoot
            asked={asked}
            ready={ready !== null}
            on={{ answer, check, reveal, turnOver: settled(studying.turnOver) }}
          />
        )}
      </footer>
    </TextLanguage>
  )
}
