/** A signal of a class, as the server tells it: where to look again. */
type Told = { readonly topic: string; readonly assignmentId: string | null }

type Watch = {
  readonly classId: string
  readonly topics: readonly string[]
  /** Something changed, or may have while nobody listened. */
  readonly onSignal: () => void
  /** The newest signal's number when the page was made; null: unknown, so that the page looks once more as soon as it listens. */
  readonly after: number | null
}

/** The server gives a sign of life every twenty seconds: who has heard none for this long has no connection. */
const SILENCE_MS = 50_000
const POLL_MS = 15_000
/** A browser holds few connections to one host: a page that nobody looks at gives its own back. */
const HIDDEN_MS = 30_000

/**
 * Listens to what changes in a class: by server-sent events, or where there is no stream to be had by asking every fifteen
 * seconds. It calls `onSignal` only while the server answers, so a page may ask it for what is new. What it returns ends that.
 */
export const watchSignals = ({ classId, topics, onSignal, after }: Watch): (() => void) => {
  let source: EventSource | null = null
  let last = after
  /** Something may have been missed, which is to be told as soon as the server answers. */
  let missed = after === null
  let opened = false
  let stopped = false
  let silence: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined

  const address = () => `/api/classes/${encodeURIComponent(classId)}/signals${last === null ? '' : `?after=${last}`}`
  const answered = (told: readonly Told[]) => {
    const tell = missed || told.some(({ topic }) => topics.includes(topic))
    missed = false
    if (tell) onSignal()
  }
  const dropped = () => {
    missed ||= opened
    opened = false
  }
  const close = () => {
    clearTimeout(silence)
    source?.close()
    source = null
    dropped()
  }
  const alive = () => {
    clearTimeout(silence)
    silence = setTimeout(reopen, SILENCE_MS)
  }
  const open = () => {
    if (typeof EventSource === 'undefined') return
    const made = new EventSource(address())
    source = made
    alive()
    made.onopen = () => {
      opened = true
      alive()
      answered([])
    }
    made.addEventListener('beat', alive)
    made.onmessage = ({ data, lastEventId }) => {
      alive()
      last = Number(lastEventId)
      answered([JSON.parse(data) as Told])
    }
    made.onerror = () => {
      dropped()
      // Refused: the browser tries no more, so we ask, and try again.
      if (made.readyState === EventSource.CLOSED && source === made) close()
    }
  }
  const reopen = () => {
    close()
    open()
  }
  const poll = async () => {
    if (source !== null || document.visibilityState === 'hidden') return
    const response = await fetch(address(), { headers: { accept: 'application/json' } }).catch(() => null)
    if (response === null || stopped) return
    if (response.ok) {
      const told = (await response.json()) as { last: number; signals: Told[] }
      last = told.last
      answered(told.signals)
      // Nobody may listen here any more: the page is to find out why.
    } else if (response.status < 500) onSignal()
    if (source === null && !stopped) open()
  }
  const look = () => {
    clearTimeout(hiding)
    if (document.visibilityState === 'hidden') hiding = setTimeout(close, HIDDEN_MS)
    else {
      // A phone that slept may hold a connection that is none.
      missed = true
      reopen()
      if (source === null) void poll()
    }
  }

  const polling = setInterval(() => void poll(), POLL_MS)
  document.addEventListener('visibilitychange', look)
  if (document.visibilityState !== 'hidden') open()
  return () => {
    stopped = true
    clearInterval(polling)
    clearTimeout(hiding)
    document.removeEventListener('visibilitychange', look)
    close()
  }
}
