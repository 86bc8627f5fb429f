/** What a one-time link is for, as the server tells it: whom it lets in, and by which name they sign in, where they are known. */
export type Link = { readonly purpose: string; readonly name: string | null; readonly login: string | null }

/** Who is signed in on this device. */
export type Here = { readonly kind: 'guest' | 'member'; readonly name: string | null } | null

/** What a link shows; `…-member` where somebody who is signed in stands in its way. */
export type Screen =
  | 'operator'
  | 'operator-stranger'
  | 'invite'
  | 'invite-member'
  | 'reset'
  | 'entry'
  | 'move'
  | 'move-member'
  | 'over'

/** What is to be said of whoever this device already knows. */
export type Note = 'member-leaves' | 'guest-kept' | 'guest-asked' | null

const SCREENS: Readonly<Record<string, readonly [forMembers: Screen, forOthers: Screen]>> = {
  operator: ['operator', 'operator-stranger'],
  invite: ['invite-member', 'invite'],
  reset: ['reset', 'reset'],
  entry: ['entry', 'entry'],
  move: ['move-member', 'move'],
}

/** The screen for a link. One for something that is not followed by a person is as good as over. */
export const screenFor = ({ purpose }: Link, here: Here): Screen => {
  const screens = Object.hasOwn(SCREENS, purpose) ? SCREENS[purpose] : undefined
  return screens?.[here?.kind === 'member' ? 0 : 1] ?? 'over'
}

const GUEST_NOTES: Partial<Record<Screen, Note>> = { reset: 'guest-kept', entry: 'guest-kept', move: 'guest-asked' }

/** A guest without answers has nothing to be told; a member who follows a link to their own account, neither. */
export const noteFor = (screen: Screen, { name }: Link, here: Here, guestAnswers: number): Note => {
  if (here?.kind === 'member')
    return (screen === 'reset' || screen === 'entry') && here.name !== name ? 'member-leaves' : null
  return guestAnswers > 0 ? (GUEST_NOTES[screen] ?? null) : null
}

/** Off another screen, and off a slip of paper. */
const CODE_LENGTHS = [8, 12]

/** A code as it is typed, without its gaps; null where it cannot be one. */
export const codeIn = (typed: string): string | null => {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return CODE_LENGTHS.includes(code.length) && /^[A-Z0-9]+$/.test(code) ? code : null
}

/** The token in a page's fragment; null where there is none. */
export const tokenIn = (hash: string): string | null => /^#([\w-]{8,200})$/.exec(hash)?.[1] ?? null
