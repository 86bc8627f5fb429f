import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import type { Rating } from '#lib/log/index.ts'
import { t } from '../words.ts'

const AGAIN: ReactNode = (
  <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 12a7 7 0 1 1 2.2 5.1M5 17.5v-4.2h4.2" />
  </svg>
)

type Choice = { rating: Rating; look: string; word: string; glyph: ReactNode }

export const ratingChoices = (buttons: 2 | 4): Choice[] =>
  buttons === 2
    ? [
        { rating: 1, look: 'again', word: t('study.notYet'), glyph: AGAIN },
        { rating: 3, look: 'good', word: t('study.gotIt'), glyph: <Icon name="right" /> },
      ]
    : [
        { rating: 1, look: 'again', word: t('study.again'), glyph: AGAIN },
        { rating: 2, look: 'hard', word: t('study.hard'), glyph: <Icon name="unsure" /> },
        { rating: 3, look: 'good', word: t('study.good'), glyph: <Icon name="right" /> },
        { rating: 4, look: 'easy', word: t('study.easy'), glyph: <Icon name="twice" /> },
      ]

type Props = { buttons: 2 | 4; intervals: Record<Rating, string> | null; rate: (rating: Rating) => void }

/** How well it was recalled: always in the same order, each with when the card would come back. */
export const Rates = ({ buttons, intervals, rate }: Props) => (
  <>
    <p className="label rates-question" id="rates-question">
      {t(buttons === 2 ? 'study.recallTwo' : 'study.recallHow')}
    </p>
    <fieldset className={`rates rates-${buttons}`} aria-labelledby="rates-question">
      {ratingChoices(buttons).map(({ rating, look, word, glyph }, i) => (
        <button
          key={rating}
          type="button"
          className={`rate ${look}`}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => rate(rating)}
        >
          {glyph}
          <span>{word}</span>
          {intervals ? <span className="when num">{intervals[rating]}</span> : null}
        </button>
      ))}
    </fieldset>
  </>
)
