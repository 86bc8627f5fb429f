import 'server-only'
import { beginImport, type Imported } from '../imports.ts'
import { authorise, type Viewer } from '../viewer.ts'
import type { SentFile } from './sent.ts'

/** Makes a private set from a file of the viewer's. Throws as `readFile` does, and as `importText` does. */
export const importFile = async (viewer: Viewer, file: SentFile): Promise<Imported> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  return beginImport(viewer.userId, { kind: 'file', file })
}
