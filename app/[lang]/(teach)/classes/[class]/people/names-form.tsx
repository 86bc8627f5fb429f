import { type FormEvent, useId, useMemo } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { parseRoster, ROSTER_MAX, type RosterLine, tableText } from '#lib/lists/index.ts'
import { t } from '#words'
import styles from '../../classes.module.css'
import people from './people.module.css'

type Props = {
  text: string
  busy: boolean
  onText: (text: string) => void
  look: (lines: readonly RosterLine[]) => void
}

/** Where names are pasted or a file with them is chosen; what is read of them is said at once. */
export const NamesForm = ({ text, busy, onText, look }: Props) => {
  const id = useId()
  const alive = useAlive()
  const parsed = useMemo(() => (text.trim() === '' ? null : parseRoster(text)), [text])
  const lines = parsed?.ok ? parsed.value : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lines.length > 0) look(lines)
  }
  const said = () => {
    if (parsed === null) return t('roster.listHint')
    if (!parsed.ok) return parsed.error === 'many' ? t('roster.many', { max: ROSTER_MAX }) : t('roster.none')
    return t('roster.read', { n: lines.filter(({ problem }) => problem === null).length })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className="field">
        <label className={styles.name} htmlFor={id}>
          {t('roster.list')}
        </label>
        <textarea
          id={id}
          className={`input ${people.area}`}
          rows={6}
          value={text}
          spellCheck={false}
          aria-describedby={`${id}-below`}
          onChange={({ target }) => onText(target.value)}
        />
        <p className="label num" id={`${id}-below`} role="status">
          {said()}
        </p>
      </div>
      <label className={`btn btn-line btn-small ${people.file}`}>
        {t('roster.pick')}
        <input
          type="file"
          className="sr"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={async ({ target }) => {
            const [file] = target.files ?? []
            if (!file) return
            const bytes = new Uint8Array(await file.arrayBuffer())
            onText(tableText(bytes, document.documentElement.lang === 'pl' ? 'windows-1250' : 'windows-1252'))
            target.value = ''
          }}
        />
      </label>
      <button type="submit" className="btn btn-primary wide" disabled={!alive || lines.length === 0} aria-busy={busy}>
        {t('roster.see')}
      </button>
    </form>
  )
}
