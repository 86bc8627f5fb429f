import { useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { currentAccount, sendMedia, startAsGuest } from '#lib/client/index.ts'
import { t } from '#words'
import styles from './list.module.css'
import type { Pair } from './pairs.tsx'

const KINDS = 'image/png,image/jpeg,image/webp,image/gif,audio/mpeg,audio/ogg,audio/wav,audio/mp4,audio/webm,.m4a'

type Props = {
  readonly pair: Pair
  readonly onChange: (pair: Pair) => void
  readonly onTrouble: (thrown: unknown) => void
}

/** What is to be seen or heard beside the front of a pair, and the way to add it or take it away. */
export const Beside = ({ pair, onChange, onTrouble }: Props) => {
  const [busy, setBusy] = useState(false)
  const { front, image, sound } = pair
  const add = async (file: File) => {
    if (busy) return
    setBusy(true)
    try {
      if (!currentAccount()) await startAsGuest()
      const { id, kind } = await sendMedia(file)
      onChange({ ...pair, [kind]: id })
    } catch (thrown) {
      onTrouble(thrown)
    }
    setBusy(false)
  }
  return (
    <span className={styles.beside}>
      {image ? (
        <button
          type="button"
          className={styles.shown}
          aria-label={t('list.takeImage', { front })}
          onClick={() => onChange({ ...pair, image: null })}
        >
          {/* biome-ignore lint/performance/noImgElement: it is of the learner’s own and small already */}
          <img src={`/api/media/${image}`} alt="" />
        </button>
      ) : null}
      {sound ? (
        <button
          type="button"
          className="icon-btn"
          aria-label={t('list.takeSound', { front })}
          onClick={() => onChange({ ...pair, sound: null })}
        >
          <Icon name="sound" />
        </button>
      ) : null}
      {image && sound ? null : (
        <label className={`icon-btn ${styles.media}`} aria-busy={busy}>
          <Icon name="picture" />
          <span className="sr">{t('list.addMedia', { front })}</span>
          <input
            type="file"
            className="sr"
            accept={KINDS}
            disabled={busy}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file) void add(file)
            }}
          />
        </label>
      )}
    </span>
  )
}
