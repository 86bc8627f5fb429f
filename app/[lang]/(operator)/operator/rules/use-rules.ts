'use client'
import { useState } from 'react'
import { t } from '#words'
import { type Trouble, troubleIn } from '../../../(account)/_parts/send.ts'
import { changeRulesAction } from '../actions.ts'

/** Sends a change of the rules; null when it holds. */
export const sendRules = async (change: unknown): Promise<Trouble | null> => {
  const outcome = await changeRulesAction(change).catch(() => null)
  return outcome?.ok ? null : troubleIn(outcome)
}

/** One rule that is saved as it is chosen; what could not be saved jumps back and says why. */
export const useRule = <T>(initial: T, changeOf: (value: T) => unknown) => {
  const [value, setValue] = useState(initial)
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const choose = async (next: T) => {
    setValue(next)
    setSaid('')
    setTrouble(null)
    const wrong = await sendRules(changeOf(next))
    setTrouble(wrong)
    if (wrong) setValue(value)
    else setSaid(t('account.saved'))
  }
  return { value, choose, said, trouble }
}
