import { postJson, WireError } from './wire.ts'

const KEPT = 'footnote.flags'
const KEPT_MAX = 100

/** A learner's report that a question is wrong. */
export type Flag = {
  readonly questionId: string
  readonly version: number
  readonly reason: string
  readonly note?: string
}

const kept = (): Flag[] => {
  try {
    const flags: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(flags) ? flags : []
  } catch {
    return []
  }
}

const keep = (flags: readonly Flag[]): void => {
  if (flags.length === 0) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, JSON.stringify(flags.slice(-KEPT_MAX)))
}

/** Sends what was reported without a network; what the server will not take is let go. */
export const sendFlags = async (): Promise<void> => {
  for (const flag of kept()) {
    try {
      await postJson('/api/flags', flag)
    } catch (thrown) {
      if (!(thrown instanceof WireError) || thrown.fault === 'offline' || thrown.status >= 500) return
    }
    keep(kept().slice(1))
  }
}

/** Reports a question now, or once there is a network: true where it has arrived. */
export const report = async (flag: Flag): Promise<boolean> => {
  keep([...kept(), flag])
  await sendFlags()
  return kept().length === 0
}
