'use client'
import { type ReactNode, use, useMemo } from 'react'
import { type Language, type SomeWords, voiceOf } from '#lib/messages/index.ts'
import { hold, VoiceContext } from './voice.ts'

type Props = { readonly language: Language; readonly words: SomeWords; readonly children: ReactNode }

/** Lets everything below speak these words, beside those that were given above. */
export const WordsProvider = ({ language, words, children }: Props) => {
  const above = use(VoiceContext)
  const voice = useMemo(() => voiceOf(language, { ...above?.words, ...words }), [language, words, above])
  if (typeof window !== 'undefined') hold(voice)
  return <VoiceContext value={voice}>{children}</VoiceContext>
}
