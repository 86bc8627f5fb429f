'use client'
import { useEffect, useState } from 'react'
import { formatNumber, t } from '#words'

/** Whole seconds until then; null where there is no end. */
export const useSecondsLeft = (until: number | null, now: () => number): number | null => {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (until === null) return setLeft(null)
    const count = () => setLeft(Math.max(0, Math.ceil((until - now()) / 1_000)))
    count()
    const timer = setInterval(count, 200)
    return () => clearInterval(timer)
  }, [until, now])
  return left
}

const clock = (seconds: number): string =>
  `${formatNumber(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`

/** The seconds that are left; read out when somebody asks for them, and not as they go. */
export const Countdown = ({ left }: { left: number | null }) =>
  left === null ? null : (
    <span className="num" role="timer" aria-label={t('live.timeLeft', { time: clock(left) })}>
      {left === 0 ? t('live.timeOver') : clock(left)}
    </span>
  )
