'use client'
import { useSyncExternalStore } from 'react'
import { formatDate, t } from '#words'

const never = () => () => {}

/** The time zone to write in: the one that was chosen, else the device's, which the server cannot know and says as UTC. */
const useZone = (chosen: string | null): string | null =>
  useSyncExternalStore(
    never,
    () => chosen,
    () => chosen ?? 'UTC',
  )

type Props = { readonly at: number; readonly zone: string | null }

/** A moment with its date. `at` in milliseconds since the epoch; `zone` an IANA name, null for the device's own. */
export const When = ({ at, zone }: Props) => (
  <time dateTime={new Date(at).toISOString()}>{formatDate(at, 'moment', useZone(zone))}</time>
)

/** When somebody was last here. */
export const Seen = ({ at, zone }: Props) => (
  <>{t('operator.seen', { when: formatDate(at, 'moment', useZone(zone)) })}</>
)
