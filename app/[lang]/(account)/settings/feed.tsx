'use client'
import { useEffect, useRef, useState } from 'react'
import { t } from '#words'
import { dropFeedAction, makeFeedAction } from './actions.ts'
import { OpeningRow } from './row.tsx'
import styles from './settings.module.css'

/** The address that a calendar app reads; shown, copied, made anew, taken back. */
export const Feed = ({ initial }: { initial: string | null }) => {
  const [site, look] = useState({ origin: '', language: 'en' })
  useEffect(() => look({ origin: location.origin, language: document.documentElement.lang }), [])
  const [path, show] = useState(initial)
  const [said, say] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const run = async (act: () => Promise<void>) => {
    say('')
    await act().catch(() => say(t('common.noConnection')))
  }
  const make = () =>
    run(async () => {
      const made = await makeFeedAction()
      if (made.ok) show(made.value)
      else say(made.error.message)
    })
  const drop = () =>
    run(async () => {
      const dropped = await dropFeedAction()
      if (dropped.ok) show(null)
      else say(dropped.error.message)
    })
  const copy = () =>
    run(async () => {
      field.current?.select()
      // Only a page over HTTPS may write there; elsewhere the address is selected.
      await navigator.clipboard?.writeText(field.current?.value ?? '')
      if (navigator.clipboard) say(t('reminders.feedCopied'))
    })
  return (
    <OpeningRow name={t('reminders.feed')} hint={t('reminders.feedHint')}>
      <div className="stack">
        <p>{t('reminders.feedBody')}</p>
        {path === null ? (
          <button type="button" className="btn btn-line btn-small" onClick={make}>
            {t('reminders.feedMake')}
          </button>
        ) : (
          <>
            <input
              ref={field}
              className="input"
              readOnly
              aria-label={t('reminders.feedAddress')}
              dir="ltr"
              value={`${site.origin}${path}?lang=${site.language}`}
            />
            <p className={styles.file}>
              <button type="button" className="btn btn-line btn-small" onClick={copy}>
                {t('reminders.feedCopy')}
              </button>
              <button type="button" className="btn btn-quiet btn-small" onClick={make}>
                {t('reminders.feedAgain')}
              </button>
              <button type="button" className="btn btn-quiet btn-small" onClick={drop}>
                {t('reminders.feedDrop')}
              </button>
            </p>
          </>
        )}
        <p role="status">{said}</p>
      </div>
    </OpeningRow>
  )
}
