'use client'
import { useAlive } from '#app/_client/index.ts'
import type { Does } from '../doing.ts'
import { startLiveFromAction } from './actions.ts'

type Asked = {
  classId: string
  setId: string
  factIds: readonly string[] | null
  toIds?: readonly string[] | null
}
type Props = { asks: Asked; word: string; does: Does; busy: boolean }

/** Makes a live round of some facts, and opens it on this screen: it waits there until whoever leads it starts it. */
export const AskLive = ({ asks, word, does, busy }: Props) => {
  const alive = useAlive()
  const go = (value: unknown) => {
    const { assignmentId } = value as { assignmentId: string }
    location.assign(`/classes/${asks.classId}/live/${assignmentId}`)
  }
  return (
    <button
      type="button"
      className="btn btn-line btn-small"
      disabled={!alive || busy}
      onClick={() => does(() => startLiveFromAction(asks), go)}
    >
      {word}
    </button>
  )
}
