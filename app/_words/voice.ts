import { createContext, use } from 'react'
import type { Voice } from '#lib/messages/index.ts'

/** The voice of the page that is being rendered. */
export const VoiceContext = createContext<Voice | null>(null)

let held: Voice | null = null

/** In a browser there is one reader, so what speaks outside a render, in an answer to a tap, speaks with the page's voice. */
export const hold = (voice: Voice): void => {
  held = voice
}

/** The voice to speak with. On the server pages in several languages are rendered at once, so there the tree tells. */
export const voice = (): Voice => {
  const speaking = held ?? use(VoiceContext)
  if (speaking === null) throw new Error('No page speaks here: its words are given by <Words>.')
  return speaking
}
