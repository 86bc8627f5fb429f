/** How this device is held and read; kept on it, since another one is another hand. */
export type Ease = {
  size: 'small' | 'normal' | 'large' | 'larger'
  /** For the left thumb. */
  left: boolean
  /** A short buzz says right or wrong. */
  haptics: boolean
  /** A swipe does what the button on its side does. */
  swipes: boolean
  /** Questions and answers are read out. */
  aloud: boolean
}

const SIZE = 'footnote.size'
const HAND = 'footnote.hand'
const ON = 'footnote.ease'
const SIZES: readonly Ease['size'][] = ['small', 'normal', 'large', 'larger']
const SWITCHES = ['haptics', 'swipes', 'aloud'] as const

const kept = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const keep = (key: string, value: string): void => {
  try {
    if (value === '') localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Storage refused: it holds for this page only.
  }
}

export const easeNow = (): Ease => {
  const size = SIZES.find((one) => one === kept(SIZE)) ?? 'normal'
  const on = kept(ON).split(' ')
  const [haptics, swipes, aloud] = SWITCHES.map((name) => on.includes(name)) as [boolean, boolean, boolean]
  return { size, left: kept(HAND) === 'left', haptics, swipes, aloud }
}

/** Holds from now on, and from before the first paint of every later page, whose inline script reads the same keys. */
export const setEase = (part: Partial<Ease>): Ease => {
  const ease = { ...easeNow(), ...part }
  keep(SIZE, ease.size === 'normal' ? '' : ease.size)
  keep(HAND, ease.left ? 'left' : '')
  keep(ON, SWITCHES.filter((name) => ease[name]).join(' '))
  const { dataset } = document.documentElement
  if (ease.size === 'normal') delete dataset.size
  else dataset.size = ease.size
  if (ease.left) dataset.hand = 'left'
  else delete dataset.hand
  return ease
}

/** A short buzz for right, two for wrong; nothing where there is no motor or nobody wants it. */
export const buzz = (right: boolean): void => {
  if (easeNow().haptics && 'vibrate' in navigator) navigator.vibrate(right ? 15 : [25, 60, 25])
}

/** Reads a text out in its language, in place of what is being read; nothing where the browser has no voice. */
export const speak = (text: string, lang: string): void => {
  if (!('speechSynthesis' in window)) return
  speechSynthesis.cancel()
  const said = new SpeechSynthesisUtterance(text)
  said.lang = lang
  speechSynthesis.speak(said)
}

export const hush = (): void => {
  if ('speechSynthesis' in window) speechSynthesis.cancel()
}
