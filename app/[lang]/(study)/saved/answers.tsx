import { useEffect, useMemo, useState } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Learner } from '#lib/client/index.ts'
import type { StoredEntry } from '#lib/log/index.ts'
import { findQuestion } from '#lib/session/index.ts'
import { formatDate, t } from '#words'
import styles from './saved.module.css'

const SHOWN = 40

const DAY_MS = 86_400_000

/** A moment that is past: the time of day, and the date where that was another one. */
const whenOf = (at: number, now: number, timeZone: string | null): string => {
  const time = formatDate(at, 'time', timeZone)
  return now - at < DAY_MS / 2 ? time : `${formatDate(at, 'date', timeZone)}, ${time}`
}

const askedIn = ({ packs }: Learner, questionId: string) => {
  for (const pack of packs) {
    const question = findQuestion(pack, questionId)
    if (question) return { stem: question.stem.replaceAll('____', '…'), language: pack.language }
  }
  return null
}

/** The last answers, and whether each has reached the server. */
export const Answers = ({ learner, now }: { learner: Learner; now: number }) => {
  const { entries, settings, store } = learner
  /** The answer that a second tap takes back. */
  const [sure, setSure] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const takeBack = async (id: string) => {
    setSure(id)
    if (sure !== id) return
    await store?.append({ kind: 'undo', target: id })
    setSaid(t('saved.takenBack'))
  }
  const { shown, undone } = useMemo(() => {
    const reviews = entries
      .filter(({ kind }) => kind === 'review')
      .slice(-SHOWN)
      .reverse()
    const targets = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.target] : [])))
    return { shown: reviews, undone: targets }
  }, [entries])
  return (
    <section className={styles.part}>
      <h2 className="head">{t('saved.answers')}</h2>
      <p role="status">{said}</p>
      {shown.length === 0 ? <p className="muted">{t('saved.none')}</p> : null}
      <ul className="list">
        {shown.map((entry) => {
          if (entry.kind !== 'review') return null
          const asked = askedIn(learner, entry.questionId)
          return (
            <li key={entry.id} className={styles.answer}>
              <span className={styles.stem} {...(asked ? tongueOf(asked.language) : {})}>
                {asked?.stem ?? t('saved.gone')}
              </span>
              <span className={`label ${styles.where}`}>
                {t(
                  undone.has(entry.id) ? 'saved.undone' : entry.serverSeq === undefined ? 'saved.here' : 'saved.there',
                )}
              </span>
              <span className="label num">{whenOf(entry.at, now, settings.timeZone)}</span>
              {undone.has(entry.id) ? null : (
                <button
                  type="button"
                  className={`btn btn-quiet btn-small ${styles.back}`}
                  aria-label={`${t(sure === entry.id ? 'saved.takeBackSure' : 'saved.takeBack')} ${asked?.stem ?? ''}`}
                  onClick={() => void takeBack(entry.id)}
                >
                  {t(sure === entry.id ? 'saved.takeBackSure' : 'saved.takeBack')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What the server would not take, with its reason. */
export const RefusedEntries = ({ learner: { store, entries } }: { learner: Learner }) => {
  const [refused, setRefused] = useState<readonly { id: string; reason: string; entry: StoredEntry }[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the log may have had something refused
  useEffect(() => {
    void store?.refused().then(setRefused, () => undefined)
  }, [store, entries])
  if (refused.length === 0) return null
  return (
    <section className={styles.part}>
      <h2 className="head">{t('saved.refused')}</h2>
      <p className="muted">{t('saved.refusedLede')}</p>
      <ul className="list">
        {refused.map(({ id, reason }) => (
          <li key={id} className={styles.answer}>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
