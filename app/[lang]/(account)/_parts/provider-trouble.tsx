'use client'
import { useSearchParams } from 'next/navigation'
import type { DoorNotes } from '#lib/server/door-notes.ts'
import { t } from '#words'
import styles from './elsewhere.module.css'

type Said = { readonly name: string; readonly domains: string; readonly email: string | null }

/** Why a provider did not let somebody in (`?problem=`), in words; what is not in here is told as a fault of ours. */
const WORDS: Readonly<Record<string, (said: Said) => string>> = {
  denied: ({ name }) => t('ways.denied', { name }),
  stale: () => t('ways.stale'),
  unreachable: ({ name }) => t('ways.unreachable', { name }),
  suspended: () => t('ways.suspended'),
  closed: () => t('ways.closed'),
  domains: ({ domains }) => (domains === '' ? t('ways.closed') : t('ways.domains', { domains })),
  taken: ({ name, email }) => (email === null ? t('ways.takenBefore', { name }) : t('ways.taken', { name, email })),
  others: () => t('ways.others'),
  over: () => t('ways.over'),
  busy: () => t('ways.busy'),
}

/** What became of a way out to a provider that did not end in a sign-in. */
export const ProviderTrouble = ({ notes }: { notes: DoorNotes }) => {
  const search = useSearchParams()
  const problem = search.get('problem')
  const name = notes.providers.find(({ id }) => id === search.get('by'))?.name
  if (problem === null || name === undefined) return null
  const words = Object.hasOwn(WORDS, problem) ? WORDS[problem] : undefined
  return (
    <p role="alert" className={styles.problem}>
      {words?.({ ...notes, name }) ?? t('ways.failed')}
    </p>
  )
}
