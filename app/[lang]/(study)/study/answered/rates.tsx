import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import type { Rating } from '#lib/log/index.ts'
import { t } from '#words'
import { RATINGS } from '../ratings.ts'

const AGAIN: ReactNode = (
  <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 12a7 7 0 1 1 2.2 5.1M5 17.5v-4.2h4.2" />
  </svg>
)

type Look = { look: string; word: string; glyph: ReactNode }

const looksOf = (buttons: 2 | 4): Record<Rating, Look> => ({
  1: { look: 'again', word: t(buttons === 2 ? 'study.notYet' : 'study.again'), glyph: AGAIN },
  2: { look: 'hard', word: t('study.hard'), glyph: <Icon name="unsure" /> },
  3: { look: 'good', word: t(buttons === 2 ? 'study.gotIt' : 'study.good'), glyph: <Icon name="right" /> },
  4: { look: 'easy', word: t('study.easy'), glyph: <Icon name="twice" /> },
})

type Props = { buttons: 2 | 4; intervals: Record<Rating, string> | null; rate: (rating: Rating) => void }

/** How well it was recalled: always in the same order, each with when the card would come back. */
export const Rates = ({ buttons, intervals, rate }: Props) => {
  const looks = looksOf(buttons)
  return (
    <>
      <p className="label rates-question" id="rates-question">
        {t(buttons === 2 ? 'study.recallTwo' : 'study.recallHow')}
      </p>
      <fieldset className={`rates rates-${buttons}`} aria-labelledby="rates-question">
        {RATINGS[buttons].map((rating, i) => (
          <button
            key={rating}
            type="button"
            className={`rate ${looks[rating].look}`}
            aria-keyshortcuts={String(i + 1)}
            onClick={() => rate(rating)}
          >
            {looks[rating].glyph}
            <span>{looks[rating].word}</span>
            {intervals ? <span className="when num">{intervals[rating]}</span> : null}
          </button>
        ))}
      </fieldset>
    </>
  )
}
