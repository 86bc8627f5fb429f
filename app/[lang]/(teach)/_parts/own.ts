import { notFound } from 'next/navigation'
import { Refusal } from '#lib/server/errors.ts'
import { currentViewer, type Viewer } from '#lib/server/viewer.ts'

/** What the viewer may read of their own; to anyone else, and where there is nothing, the page is one that does not exist. */
export const own = async <T>(read: (viewer: Viewer) => Promise<T>): Promise<T> => {
  const viewer = await currentViewer()
  if (viewer === null) notFound()
  return read(viewer).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.code === 'not-found') notFound()
    throw thrown
  })
}
