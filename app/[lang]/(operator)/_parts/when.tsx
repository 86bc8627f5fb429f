'use client'
import { useZone } from '#app/_client/use-zone.ts'
import { formatDate, t } from '#words'

type Props = { readonly at: number; readonly zone: string | null }

/** A moment with its date. `at` in milliseconds since the epoch; `zone` an IANA name, null for the device's own. */
export const When = ({ at, zone }: Props) => (
  <time dateTime={new Date(at).toISOString()}>{formatDate(at, 'moment', useZone(zone))}</time>
)

/** When somebody was last here. */
export const Seen = ({ at, zone }: Props) => (
  <>{t('operator.seen', { when: formatDate(at, 'moment', useZone(zone)) })}</>
)
