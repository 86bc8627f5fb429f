'use client'
import { useEffect, useState } from 'react'
import { useShell } from '#app/_client/use-shell.ts'
import type { Learner } from '#lib/client/index.ts'
import { type Kept, keptOnDevice } from '#lib/client/kept.ts'
import { takeOver } from '#lib/client/shell.ts'
import { formatDate, t } from '#words'

const DAY_MS = 86_400_000
const MEGABYTE = 1_000_000
const WEEK = 7

/** How much is on this device; asked again whenever its content changed. */
const useKept = (packs: Learner['packs']): Kept | null => {
  const [kept, setKept] = useState<Kept | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept changes with the sets
  useEffect(() => {
    void keptOnDevice().then(setKept, () => undefined)
  }, [packs])
  return kept
}

type Props = { readonly learner: Learner; readonly now: number /** With what it rests on. */; readonly full?: boolean }

/** Until when everything here works without a network. Nothing of it where a browser keeps no pages, unless asked in full. */
export const KeptLine = ({ learner: { packs, refs, dropped, settings }, now, full = false }: Props) => {
  const shell = useShell()
  const kept = useKept(packs)
  if (shell.state === 'none') return full ? <p className="note">{t('saved.needsHttps')}</p> : null
  const all = packs.length + dropped.length >= refs.length
  if (shell.state === 'loading' || !kept || !all) return full ? <p className="muted">{t('saved.notReady')}</p> : null
  const size = t('saved.megabytes', { n: Math.max(1, Math.round(kept.bytes / MEGABYTE)) })
  const words = t('saved.ready', { date: formatDate(now + kept.days * DAY_MS, 'date', settings.timeZone), size })
  return full ? (
    <div>
      <p className="lede">{words}</p>
      <p className="label">{t(kept.days === WEEK ? 'saved.renewedWeek' : 'saved.renewed')}</p>
    </div>
  ) : (
    <p className="label num">
      <a href="/saved">{words}</a>
    </p>
  )
}

/** That a newer version waits, with the way to it. */
export const NewVersion = () => {
  const { waiting } = useShell()
  if (!waiting) return null
  return (
    <p className="note" role="status">
      {t('saved.newVersion')}{' '}
      <button type="button" className="btn btn-line btn-small" onClick={takeOver}>
        {t('saved.takeOver')}
      </button>
    </p>
  )
}
