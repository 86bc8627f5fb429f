import { Refusal } from '../errors.ts'

export type TurnLimits = {
  /** Pieces of work at once; the others wait. */
  readonly running: number
  readonly waiting: number
  /** Running or waiting, of one person: a guest costs nothing, and must not take everyone's turn. */
  readonly ofOne: number
}

/** Long work in turns. */
export class Turns {
  private readonly limits: TurnLimits
  private running = 0
  private readonly waiting: (() => void)[] = []
  private readonly byOwner = new Map<string, number>()

  constructor(limits: TurnLimits) {
    this.limits = limits
  }

  /**
   * Runs `work` when its turn comes. Throws `busy` where too many wait already, or too much is this owner's, and the reason of
   * a signal that is aborted before.
   */
  async take<T>(ownerId: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const own = this.byOwner.get(ownerId) ?? 0
    if (own >= this.limits.ofOne || this.waiting.length >= this.limits.waiting) throw new Refusal('busy')
    this.byOwner.set(ownerId, own + 1)
    try {
      return await this.pass(work, signal)
    } finally {
      const left = (this.byOwner.get(ownerId) ?? 1) - 1
      if (left > 0) this.byOwner.set(ownerId, left)
      else this.byOwner.delete(ownerId)
    }
  }

  private async pass<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    if (this.running >= this.limits.running) await this.wait(signal)
    else this.running += 1
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running -= 1
    }
  }

  /** Waits in the row; throws the signal's reason where it is aborted before. */
  private wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(called), 1)
        reject(signal?.reason)
      }
      const called = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      this.waiting.push(called)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
