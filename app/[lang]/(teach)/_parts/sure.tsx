'use client'
import { useState } from 'react'
import { useAlive } from '#app/_client/index.ts'

type Props = { word: string; sure: string; act: () => void }

/** What cannot be taken back asks twice. */
export const Sure = ({ word, sure, act }: Props) => {
  const alive = useAlive()
  const [asked, ask] = useState(false)
  return (
    <button
      type="button"
      className="btn btn-quiet btn-small"
      disabled={!alive}
      onClick={() => (asked ? act() : ask(true))}
      onBlur={() => ask(false)}
    >
      {asked ? sure : word}
    </button>
  )
}
