import { useState } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import { t } from '#words'

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
  const tongue = useTongue()
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
              <span className="said" {...tongue}>
                {text}
              </span>
              {partner ? (
                <span className="partner" {...tongue}>
                  {partner}
                </span>
              ) : null}
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
            <span {...tongue}>{option}</span>
          </button>
        ))}
      </fieldset>
    </div>
  )
}
