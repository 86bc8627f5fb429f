import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { type Language, type MessageKey, type Section, wordsOf } from '#lib/messages/index.ts'
import { type InLanguage, speak, t } from './on-server.ts'
import { WordsProvider } from './provider.tsx'

type Props = { readonly language: Language; readonly of: readonly Section[]; readonly children: ReactNode }

/** Gives the client components of a page the sections of the catalogue that they speak, and no more. */
export const Words = ({ language, of, children }: Props) => (
  <WordsProvider language={language} words={wordsOf(language, of)}>
    {children}
  </WordsProvider>
)

/** A page's `generateMetadata`: its title in the language of the page. */
export const titled =
  (key: MessageKey) =>
  async (props: InLanguage): Promise<Metadata> => {
    await speak(props)
    return { title: (t as (key: MessageKey) => string)(key) }
  }

/** A page in its language, whose client components speak these sections besides what the layout gives them. */
export const page =
  <P extends InLanguage>(of: readonly Section[], render: (props: P) => ReactNode | Promise<ReactNode>) =>
  async (props: P): Promise<ReactNode> => {
    const language = await speak(props)
    return (
      <Words language={language} of={of}>
        {await render(props)}
      </Words>
    )
  }
