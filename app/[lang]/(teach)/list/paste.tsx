import { useId, useMemo, useState } from 'react'
import { type ListRow, parseList, SEPARATORS, type Separator } from '#lib/lists/index.ts'
import { t } from '#words'
import styles from './list.module.css'

const UNREAD_SAID = 10

const nameOf = (separator: Separator): string =>
  separator === '\t' ? t('list.partedTab') : t('list.partedBy', { sign: separator.trim() })

/** Where pairs are pasted or a file with them is chosen: what parts them is guessed and shown, and can be chosen otherwise. */
export const PastePairs = ({ onAdd }: { onAdd: (rows: readonly ListRow[]) => void }) => {
  const id = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Separator | null>(null)
  const parsed = useMemo(() => (text.trim() === '' ? null : parseList(text, chosen ?? undefined)), [text, chosen])
  const found = parsed?.ok ? parsed.value : null
  return (
    <div className={styles.paste}>
      <div className="field">
        <label className={styles.name} htmlFor={id}>
          {t('list.paste')}
        </label>
        <textarea
          id={id}
          className={`input ${styles.area}`}
          rows={4}
          value={text}
          aria-describedby={`${id}-below`}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="label" id={`${id}-below`}>
          {t('list.pasteHint')}
        </p>
      </div>
      <label className={`btn btn-quiet btn-small ${styles.file}`}>
        {t('list.pick')}
        <input
          type="file"
          className="sr"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={async (event) => {
            const [file] = event.target.files ?? []
            if (file) setText(await file.text())
          }}
        />
      </label>
      {text.trim() === '' ? null : (
        <div className={styles.found}>
          <label className={styles.parted}>
            <span className="label">{t('list.parted')}</span>
            <select
              className={`input ${styles.select}`}
              value={found?.separator ?? chosen ?? '\t'}
              onChange={(event) => setChosen(event.target.value as Separator)}
            >
              {SEPARATORS.map((separator) => (
                <option key={separator} value={separator}>
                  {nameOf(separator)}
                </option>
              ))}
            </select>
          </label>
          {found ? (
            <button
              type="button"
              className="btn btn-line btn-small"
              onClick={() => {
                onAdd(found.rows)
                setText('')
                setChosen(null)
              }}
            >
              {t('list.addPairs', { n: found.rows.length })}
            </button>
          ) : null}
        </div>
      )}
      <p className="label" role="status">
        {parsed && !parsed.ok ? t(parsed.error === 'many' ? 'list.many' : 'list.noPairs') : null}
        {found && found.unread.length > 0
          ? t('list.unread', { n: found.unread.length, lines: found.unread.slice(0, UNREAD_SAID).join(', ') })
          : null}
      </p>
    </div>
  )
}
