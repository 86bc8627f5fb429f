import { useState } from 'react'
import { t } from '../words.ts'

type Props = {
  left: readonly string[]
  options: readonly string[]
  /** The option paired with each of `left`, or null. */
  pairs: readonly (string | null)[]
  change: (pairs: (string | null)[]) => void
}

/** Tap one on the left, then its partner. A partner that was taken moves to the one now in hand. */
export const Match = ({ left, options, pairs, change }: Props) => {
  const [hand, setHand] = useState(0)
  const pair = (option: string) => {
    const next = left.map((_, i) => (i === hand ? option : pairs[i] === option ? null : (pairs[i] ?? null)))
    change(next)
    const open = next.indexOf(null)
    setHand(open < 0 ? hand : open)
  }
  return (
    <div className="match">
      <p className="label">{t('study.matchHint')}</p>
      <fieldset className="choices" aria-label={t('study.matchLeft')}>
        {left.map((text, i) => {
          const partner = pairs[i] ?? null
          return (
            <button
              key={text}
              type="button"
              className="choice"
              aria-pressed={i === hand}
              onClick={() => setHand(i)}
              aria-label={
                partner ? t('study.matched', { left: text, right: partner }) : t('study.unmatched', { left: text })
              }
            >
              <span className="key-letter">{i + 1}</span>
              <span className="said">{text}</span>
              {partner ? <span className="partner">{partner}</span> : null}
            </button>
          )
        })}
      </fieldset>
      <fieldset className="chips" aria-label={t('study.matchRight')}>
        {options.map((option) => (
          <button
            key={option}
            type="button"
            className="btn btn-line btn-small"
            aria-pressed={pairs.includes(option)}
            onClick={() => pair(option)}
          >
            {option}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
