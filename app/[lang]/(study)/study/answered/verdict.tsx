import { Icon } from '#app/_ui/icons.tsx'

export type Outcome = 'right' | 'nearly' | 'wrong' | 'unknown'

/** Glyph and words at the left, when it comes back at the right. */
export const VerdictLine = ({ outcome, words, after }: { outcome: Outcome; words: string; after: string | null }) => {
  const good = outcome === 'right' || outcome === 'nearly'
  return (
    <p className="verdict">
      <span className={`chip verdict-chip ${good ? 'is-right-ink' : 'is-wrong-ink'}`}>
        <Icon name={good ? 'right' : 'close'} small /> {words}
      </span>
      {after ? <span className="after">{after}</span> : null}
    </p>
  )
}
