import type { Rating } from '#lib/log/index.ts'
import { t } from '#words'

type Props = { rating: Rating; intervals: Record<Rating, string>; rate: (rating: Rating) => void }

const WORDS: readonly (readonly [Rating, 'study.again' | 'study.hard' | 'study.good' | 'study.easy'])[] = [
  [1, 'study.again'],
  [2, 'study.hard'],
  [3, 'study.good'],
  [4, 'study.easy'],
]

/** What the answer counted as, small; another is one tap. */
export const Rerate = ({ rating, intervals, rate }: Props) => (
  <fieldset className="rerate">
    <legend className="sr">{t('study.countsAs')}</legend>
    {WORDS.map(([value, word]) => (
      <button key={value} type="button" aria-pressed={value === rating} onClick={() => value !== rating && rate(value)}>
        {t(word)} <span className="num">{intervals[value]}</span>
      </button>
    ))}
  </fieldset>
)
