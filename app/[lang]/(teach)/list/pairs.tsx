import { useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { t } from '#words'
import { Beside } from './beside.tsx'
import styles from './list.module.css'

export type Pair = {
  readonly key: number
  readonly factId: string | null
  readonly front: string
  readonly back: string
  /** SHA-256 of what stands beside the front. */
  readonly image: string | null
  readonly sound: string | null
}

/** Pairs shown at first, and more by each tap: thousands of fields at once would be slow to open. */
const SHOWN = 100

type Props = {
  readonly pairs: readonly Pair[]
  readonly language: string
  readonly onChange: (pair: Pair) => void
  readonly onRemove: (pair: Pair) => void
  readonly onTrouble: (thrown: unknown) => void
}

/** The pairs of a list, each in two fields. */
export const Pairs = ({ pairs, language, onChange, onRemove, onTrouble }: Props) => {
  const [shown, setShown] = useState(SHOWN)
  const tongue = tongueOf(language)
  return (
    <>
      <ol className={styles.pairs}>
        {pairs.slice(0, shown).map((pair, at) => (
          <li key={pair.key} className={styles.pair}>
            <input
              className="input"
              value={pair.front}
              maxLength={500}
              aria-label={t('list.frontOf', { n: at + 1 })}
              onChange={(event) => onChange({ ...pair, front: event.target.value })}
              {...tongue}
            />
            <input
              className="input"
              value={pair.back}
              maxLength={500}
              aria-label={t('list.backOf', { n: at + 1 })}
              onChange={(event) => onChange({ ...pair, back: event.target.value })}
              {...tongue}
            />
            <Beside pair={pair} onChange={onChange} onTrouble={onTrouble} />
            <button
              type="button"
              className="icon-btn"
              aria-label={t('list.remove', { front: pair.front })}
              onClick={() => onRemove(pair)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      {pairs.length > shown ? (
        <button type="button" className="btn btn-quiet btn-small" onClick={() => setShown(shown + SHOWN)}>
          {t('list.more')}
        </button>
      ) : null}
    </>
  )
}
