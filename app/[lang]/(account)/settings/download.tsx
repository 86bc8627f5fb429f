'use client'
import { type MouseEvent, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { t } from '#words'
import { OpeningRow } from './row.tsx'

const FROM = '/api/export'

const start = () => {
  const link = document.createElement('a')
  link.href = FROM
  link.download = ''
  link.click()
}

/** Sends what is unsent, so that it is in the file, then downloads. Without a script it is a plain link. */
export const Download = () => {
  const { refresh, store } = useLearner()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const download = async (event: MouseEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setSaid('')
    await refresh()
    const unsent = (await store?.unsynced().catch(() => 0)) ?? 0
    start()
    const began = t('mydata.downloading')
    setSaid(unsent > 0 ? `${began} ${t('mydata.downloadUnsent', { n: unsent })}` : began)
    setBusy(false)
  }
  return (
    <OpeningRow name={t('mydata.download')} hint={t('mydata.downloadHint')}>
      <div className="stack">
        <p>{t('mydata.downloadBody')}</p>
        <a className="btn btn-line btn-small" href={FROM} download aria-busy={busy} onClick={download}>
          {t('mydata.download')}
        </a>
        <p role="status">{said}</p>
      </div>
    </OpeningRow>
  )
}
