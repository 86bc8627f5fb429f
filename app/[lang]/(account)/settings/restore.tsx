'use client'
import { type ChangeEvent, type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { type CameBack, sendArchive } from '#lib/client/index.ts'
import { formatPercent, t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import { type Trouble, troubleOf } from '../_parts/send.ts'
import { OpeningRow } from './row.tsx'
import styles from './settings.module.css'

/** What came back, in words. Only in answer to an event: the page knows its language then. */
const inWords = ({ answers, texts, sets, missing }: CameBack): string => {
  const parts = [
    ...(answers > 0 ? [t('mydata.answers', { n: answers })] : []),
    ...(texts > 0 ? [t('mydata.texts', { n: texts })] : []),
    ...(sets > 0 ? [t('mydata.sets', { n: sets })] : []),
  ]
  const list = new Intl.ListFormat(document.documentElement.lang).format(parts)
  const came = parts.length === 0 ? t('mydata.nothingNew') : t('mydata.back', { n: answers + texts + sets, list })
  return missing > 0 ? `${came} ${t('mydata.missing', { n: missing })}` : came
}

const saidOf = (share: number): string =>
  share < 1 ? t('mydata.sending', { share: formatPercent(share) }) : t('mydata.working')

/** A file field in our own words: a browser's would speak the browser's language. */
const FileField = ({ input }: { input: RefObject<HTMLInputElement | null> }) => {
  const id = useId()
  const [name, setName] = useState('')
  const chosen = (event: ChangeEvent<HTMLInputElement>) => setName(event.currentTarget.files?.[0]?.name ?? '')
  return (
    <div className={styles.file}>
      <input
        ref={input}
        id={id}
        className="sr"
        type="file"
        name="archive"
        accept=".zip,application/zip"
        aria-describedby={`${id}-name`}
        onChange={chosen}
      />
      <label className="btn btn-quiet btn-small" htmlFor={id}>
        {t('mydata.choose')}
      </label>
      <span id={`${id}-name`}>{name}</span>
    </div>
  )
}

/** Puts an archive back into this account, then takes it in on this device. */
export const Restore = () => {
  const { refresh } = useLearner()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const restore = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const file = input.current?.files?.[0]
    setSaid('')
    setTrouble(file ? null : { message: t('mydata.noFile'), fields: {} })
    if (!file) return input.current?.focus()
    setBusy(true)
    try {
      const came = await sendArchive(file, (share) => setSaid(saidOf(share)))
      await refresh()
      setSaid(inWords(came))
    } catch (thrown) {
      setSaid('')
      setTrouble(troubleOf(thrown))
    }
    setBusy(false)
  }
  return (
    <OpeningRow name={t('mydata.restore')} hint={t('mydata.restoreHint')}>
      <form className="stack" onSubmit={restore} noValidate>
        <p>{t('mydata.restoreBody')}</p>
        <FileField input={input} />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('mydata.restoreNow')}
        </button>
        <p role="status">{said}</p>
      </form>
    </OpeningRow>
  )
}
