'use client'
import { useEffect, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#lib/messages/index.ts'
import { keepDraft, keptDraft, NO_DRAFT } from './draft.ts'
import { Form } from './form.tsx'
import { Done, Failed } from './outcome.tsx'
import { type Made, submit, type Trouble } from './submit.ts'

const KEEP_AFTER_MS = 300

/** The text in hand, read back after a reload and kept as it changes. */
const useDraft = () => {
  const [draft, setDraft] = useState(NO_DRAFT)
  const [read, setRead] = useState(false)
  useEffect(() => {
    setDraft(keptDraft())
    setRead(true)
  }, [])
  useEffect(() => {
    if (!read) return
    const keep = () => keepDraft(draft)
    const timer = setTimeout(keep, KEEP_AFTER_MS)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
  }, [draft, read])
  return [draft, setDraft] as const
}

export const NewScreen = () => {
  const { refresh } = useLearner()
  const [draft, setDraft] = useDraft()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Made | Trouble | null>(null)

  const send = async () => {
    if (busy) return
    setBusy(true)
    const result = await submit(draft)
    if ('setId' in result) {
      setDraft(NO_DRAFT)
      await refresh().catch(() => undefined)
    }
    setOutcome(result)
    setBusy(false)
  }

  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href="/documents" aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
      </header>
      {outcome === null ? <Form draft={draft} busy={busy} onChange={setDraft} onSubmit={send} /> : null}
      {outcome && 'setId' in outcome ? <Done made={outcome} onAgain={() => setOutcome(null)} /> : null}
      {outcome && !('setId' in outcome) ? (
        <Failed trouble={outcome} busy={busy} onEdit={() => setOutcome(null)} onRetry={send} />
      ) : null}
    </>
  )
}
