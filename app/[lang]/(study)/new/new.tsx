'use client'
import { useEffect, useRef, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'
import { keepDraft, keptDraft, NO_DRAFT, sharedDraft } from './draft.ts'
import { DropFile } from './file.tsx'
import { Form } from './form.tsx'
import { Done, Failed } from './outcome.tsx'
import { keepReading, keptReading, stopReading, useReading } from './reading.ts'
import { followed, type Made, submit, submitFile, type Trouble } from './submit.ts'
import { Wait } from './wait.tsx'

const KEEP_AFTER_MS = 300

/** The text in hand, read back after a reload and kept as it changes. */
const useDraft = () => {
  const [draft, setDraft] = useState(NO_DRAFT)
  const [read, setRead] = useState(false)
  useEffect(() => {
    const shared = sharedDraft(location.search)
    setDraft(shared ?? keptDraft())
    // A reload would bring it again over what was changed meanwhile.
    if (shared) history.replaceState(null, '', location.pathname)
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
  const [stop, setStop] = useState<'stopping' | 'stopped' | null>(null)
  const asked = useRef(false)
  const reading = useReading(busy)
  const [outcome, setOutcome] = useState<Made | Trouble | null>(null)

  const last = useRef<File | null>(null)
  const wait = async (made: Promise<Made | Trouble | null>) => {
    setBusy(true)
    setStop(null)
    asked.current = false
    const result = await made
    keepReading(null)
    if (result === null) return setBusy(false)
    if ('setId' in result) {
      setDraft(NO_DRAFT)
      await refresh().catch(() => undefined)
    }
    // Stopped by the learner: nothing came of it, and the text is still in the form.
    const stopped = asked.current && !('setId' in result)
    setStop(stopped ? 'stopped' : null)
    setOutcome(stopped ? null : result)
    setBusy(false)
  }
  const send = async (file: File | null = null) => {
    if (busy) return
    last.current = file
    keepReading(null)
    await wait(file ? submitFile(file) : submit(draft))
  }
  // A reload does not end a reading: it is waited for again.
  const going = useRef(wait)
  going.current = wait
  useEffect(() => {
    const id = keptReading()
    if (id !== null) void going.current(followed(id))
  }, [])

  const onStop = () => {
    if (!reading || asked.current) return
    asked.current = true
    setStop('stopping')
    void stopReading(reading.id)
  }

  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href="/documents" aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
      </header>
      {outcome === null ? (
        <DropFile busy={busy} onFile={send}>
          <Form draft={draft} busy={busy} onChange={setDraft} onSubmit={() => send()} onFile={send}>
            <Wait
              busy={busy}
              reading={reading}
              stopped={stop === 'stopped'}
              stopping={stop === 'stopping'}
              onStop={onStop}
            />
          </Form>
        </DropFile>
      ) : null}
      {outcome && 'setId' in outcome ? <Done made={outcome} onAgain={() => setOutcome(null)} /> : null}
      {outcome && !('setId' in outcome) ? (
        <Failed trouble={outcome} busy={busy} onEdit={() => setOutcome(null)} onRetry={() => send(last.current)} />
      ) : null}
    </>
  )
}
