/** Who studies on this device. The session cookie belongs to the server; this is what the pages know without asking it. */
export type Account = { userId: string; kind: 'guest' | 'member'; name: string | null }

const KEY = 'footnote.account'
const listeners = new Set<() => void>()

const isAccount = (value: unknown): value is Account => {
  if (typeof value !== 'object' || value === null) return false
  const account = value as Partial<Account>
  return typeof account.userId === 'string' && (account.kind === 'guest' || account.kind === 'member')
}

/** The account last used on this device, or null. Storage may be refused altogether: then nobody is signed in. */
export const currentAccount = (): Account | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return isAccount(value) ? { userId: value.userId, kind: value.kind, name: value.name ?? null } : null
  } catch {
    return null
  }
}

/** Remembers the account (null forgets it) and tells this tab; other tabs hear the `storage` event. */
export const setAccount = (account: Account | null): void => {
  if (account) localStorage.setItem(KEY, JSON.stringify(account))
  else localStorage.removeItem(KEY)
  for (const listener of listeners) listener()
}

/** Calls back when the account changes in this tab or another one. */
export const onAccountChange = (listener: () => void): (() => void) => {
  const heard = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', heard)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', heard)
  }
}
