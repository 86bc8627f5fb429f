import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type InLanguage, speak } from '#app/_words/on-server.ts'
import { titled } from '#app/_words/words.tsx'
import { may } from '#lib/classes/index.ts'
import type { MessageKey } from '#lib/messages/index.ts'
import { Refusal } from '#lib/server/errors.ts'
import { currentViewer, type Viewer } from '#lib/server/viewer.ts'

/** What an operator may read. To anyone else, and where there is nothing, the page is one that does not exist. */
export const asOperator = async <T>(read: (viewer: Viewer) => Promise<T>): Promise<T> => {
  const viewer = await currentViewer()
  if (viewer === null) notFound()
  return read(viewer).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.code === 'not-found') notFound()
    throw thrown
  })
}

/** A page's title, for an operator; for anyone else the one of a page that does not exist. */
export const titledForOperator =
  (key: MessageKey) =>
  async (props: InLanguage): Promise<Metadata> => {
    await speak(props)
    const viewer = await currentViewer()
    const operates = viewer !== null && may(viewer, 'read', { kind: 'installation' })
    return titled(operates ? key : 'lost.notFoundTitle')(props)
  }
