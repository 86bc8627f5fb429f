import { useId, useState } from 'react'
import type { ShelfRow } from '#lib/analytics/index.ts'
import { t } from '#words'
import styles from './cards.module.css'
import type { Change, Many } from './use-many.ts'

const CHANGES = [
  ['bury', 'cards.bury'],
  ['reset', 'cards.reset'],
  ['unsuspend', 'cards.unsuspend'],
  ['suspend', 'cards.suspend'],
] as const satisfies readonly (readonly [Change, string])[]

const TAG_LENGTH_MAX = 60

const Tag = ({ rows, many, tags }: { rows: readonly ShelfRow[]; many: Many; tags: readonly string[] }) => {
  const id = useId()
  const [tag, setTag] = useState('')
  const word = tag.trim()
  const turn = (on: boolean) => {
    if (word !== '') void many.tag(rows, word, on)
  }
  return (
    <form
      className={styles.tag}
      aria-label={t('cards.tag')}
      onSubmit={(event) => {
        event.preventDefault()
        turn(true)
      }}
    >
      <input
        className="input"
        list={id}
        value={tag}
        maxLength={TAG_LENGTH_MAX}
        aria-label={t('cards.tag')}
        placeholder={t('cards.tag')}
        onChange={(event) => setTag(event.target.value)}
      />
      <datalist id={id}>
        {tags.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <button type="submit" className="btn btn-line btn-small" disabled={word === ''}>
        {t('cards.tagOn')}
      </button>
      <button
        type="button"
        className="btn btn-line btn-small"
        disabled={!tags.includes(word)}
        onClick={() => turn(false)}
      >
        {t('cards.tagOff')}
      </button>
    </form>
  )
}

/** What can be done with all the chosen cards at once. */
export const Bar = ({ rows, many, tags }: { rows: readonly ShelfRow[]; many: Many; tags: readonly string[] }) => (
  <fieldset className="chosen-bar">
    <legend className="label num">{t('cards.chosen', { n: rows.length })}</legend>
    {CHANGES.map(([kind, words]) => (
      <button key={kind} type="button" className="btn btn-line btn-small" onClick={() => many.change(kind, rows)}>
        {t(words)}
      </button>
    ))}
    <Tag rows={rows} many={many} tags={tags} />
  </fieldset>
)
