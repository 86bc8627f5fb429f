import { type ReactNode, type SubmitEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'
import type { Draft } from './draft.ts'
import { PickFile } from './file.tsx'
import styles from './new.module.css'

const TITLE_MAX = 200

type Props = {
  draft: Draft
  busy: boolean
  onChange: (draft: Draft) => void
  onSubmit: () => void
  onFile: (file: File) => void
  children: ReactNode
}

export const Form = ({ draft, busy, onChange, onSubmit, onFile, children }: Props) => {
  const id = useId()
  const [missing, setMissing] = useState(false)
  const text = useDeferredValue(draft.text)
  const words = useMemo(() => text.match(/\S+/g)?.length ?? 0, [text])

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const empty = draft.text.trim() === ''
    setMissing(empty)
    if (empty) document.getElementById(`${id}-text`)?.focus()
    else onSubmit()
  }
  const problem = missing && draft.text.trim() === ''

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <h1 className="title">{t('paste.title')}</h1>
        <p className={styles.lede}>{t('paste.lede')}</p>
      </div>
      <label className="field">
        <span>
          {t('paste.nameLabel')} <span className={styles.hint}>{t('paste.nameHint')}</span>
        </span>
        <input
          className="input"
          maxLength={TITLE_MAX}
          autoComplete="off"
          placeholder={t('paste.namePlaceholder')}
          value={draft.title}
          readOnly={busy}
          onChange={(event) => onChange({ ...draft, title: event.target.value })}
        />
      </label>
      <div className="field">
        <label htmlFor={`${id}-text`} className={styles.label}>
          {t('paste.textLabel')}
        </label>
        <textarea
          id={`${id}-text`}
          className={`input ${styles.text}`}
          placeholder={t('paste.textPlaceholder')}
          value={draft.text}
          readOnly={busy}
          aria-invalid={problem}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
        />
        <p className={problem ? 'problem' : 'label num'} id={`${id}-note`}>
          {problem ? <Icon name="warning" small /> : null}
          {problem ? t('paste.emptyText') : t('paste.count', { n: words })}
        </p>
      </div>
      <button type="submit" className="btn btn-primary wide" aria-busy={busy}>
        {t('paste.submit')}
      </button>
      {children}
      <div className={styles.ways}>
        <PickFile busy={busy} onFile={onFile} />
        <a className="btn btn-quiet" href="/list">
          {t('paste.list')}
        </a>
      </div>
      <p className="label">{t('paste.fileKinds')}</p>
    </form>
  )
}
