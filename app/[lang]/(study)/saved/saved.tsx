'use client'
import { useMemo, useState } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Learner } from '#lib/client/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { KeptLine } from '../_view/kept.tsx'
import { Answers, RefusedEntries } from './answers.tsx'
import { Check } from './check.tsx'
import styles from './saved.module.css'

const MEGABYTE = 1_000_000

const sizeOf = (pack: Pack): string => {
  const megabytes = JSON.stringify(pack).length / MEGABYTE
  return t('saved.megabytes', { n: Math.max(0.1, Math.round(megabytes * 10) / 10) })
}

/** The sets that are studied, each kept on this device or not. */
const Sets = ({ learner }: { learner: Learner }) => {
  const { refs, packs, dropped, store } = learner
  const sizes = useMemo(() => new Map(packs.map((pack) => [pack.setId, sizeOf(pack)])), [packs])
  // Shown at once; the disk follows.
  const [turned, setTurned] = useState<Readonly<Record<string, boolean>>>({})
  const isKept = (setId: string) => turned[setId] ?? !dropped.includes(setId)
  const turn = async (setId: string, keep: boolean) => {
    setTurned({ ...turned, [setId]: keep })
    await store?.setDropped(setId, !keep)
    if (keep) await learner.refresh().catch(() => undefined)
  }
  return (
    <section className={styles.part}>
      <h2 className="head">{t('saved.sets')}</h2>
      <ul className="list">
        {refs.map(({ setId, title }) => (
          <li key={setId}>
            <label className="list-row">
              <span className="grow">
                <strong {...tongueOf(packs.find((pack) => pack.setId === setId)?.language ?? 'en')}>{title}</strong>
                <span className="label num">{sizes.get(setId) ?? t('saved.notHere')}</span>
              </span>
              <input
                type="checkbox"
                role="switch"
                className="switch"
                aria-label={t('saved.keep', { title })}
                checked={isKept(setId)}
                aria-checked={isKept(setId)}
                onChange={(event) => void turn(setId, event.target.checked)}
              />
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Ready = ({ learner, now }: { learner: Learner; now: number }) => (
  <>
    <header className="topbar">
      <h1 className={`title ${styles.title}`}>{t('saved.title')}</h1>
      <SavedChip {...learner} />
    </header>
    <div className={styles.page}>
      <KeptLine learner={learner} now={now} full />
      <Sets learner={learner} />
      <Check learner={learner} />
      <Answers learner={learner} now={now} />
      <RefusedEntries learner={learner} />
    </div>
  </>
)

export const SavedScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
