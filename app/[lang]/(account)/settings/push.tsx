'use client'
import { useEffect, useState } from 'react'
import { Stepper } from '#app/_ui/controls.tsx'
import { askToRemind, type Reminded, remindedHere, stopReminding } from '#lib/client/push.ts'
import { t } from '#words'
import { SwitchRow } from './switch-row.tsx'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const HOUR_USUAL = 18

/** A notification a day on this device. */
export const PushPart = () => {
  const [reminded, show] = useState<Reminded>({ state: 'not' })
  const [said, say] = useState('')
  useEffect(() => void remindedHere().then(show), [])
  const hour = reminded.state === 'on' ? reminded.hour : HOUR_USUAL
  const ask = async (at: number) => {
    say('')
    const now = await askToRemind(at, document.documentElement.lang)
    show(now)
    if (now.state !== 'on') say(t(now.state === 'denied' ? 'reminders.pushDenied' : 'reminders.pushFailed'))
  }
  const turn = async (on: boolean) => {
    if (on) return ask(hour)
    say('')
    show(await stopReminding())
  }
  if (reminded.state === 'not')
    return (
      <li className="list-row">
        <span className="grow">
          <strong>{t('reminders.push')}</strong>
          <span className="label">{t('reminders.pushNot')}</span>
        </span>
      </li>
    )
  return (
    <>
      <SwitchRow
        name={t('reminders.push')}
        hint={said || t(reminded.state === 'denied' ? 'reminders.pushDenied' : 'reminders.pushHint')}
        on={reminded.state === 'on'}
        change={turn}
      />
      {reminded.state === 'on' ? (
        <Stepper
          name={t('reminders.pushHour', { hour: `${hour}:00` })}
          hint={t('reminders.pushHint')}
          value={hour}
          steps={HOURS}
          show={(at) => `${at}:00`}
          onChange={ask}
        />
      ) : null}
    </>
  )
}
