import { useEffect } from 'react'
import { buzz } from '#lib/client/index.ts'
import { useSwipes } from './swipes.ts'
import type { Outcome } from './verdict.tsx'

type Props = { verdict: Outcome | null; left: () => void; right: () => void }

/** What an answer does to the hand that holds the phone, for who wants that: a buzz, and swipes in place of buttons. */
export const InHand = ({ verdict, left, right }: Props) => {
  useSwipes({ left, right })
  useEffect(() => {
    if (verdict) buzz(verdict === 'right' || verdict === 'nearly')
  }, [verdict])
  return null
}
