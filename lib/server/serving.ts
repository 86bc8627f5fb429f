import 'server-only'
import { databaseKind } from './db.ts'
import { dataFolder } from './env.ts'
import { takeFolder, takenLine } from './one-server.mjs'

const known = globalThis as { footnoteFolder?: { close(): void } }

/** Takes the data folder for this server where SQLite is in it, for as long as the process lives; ends it where another has it. */
export const serveAlone = async (): Promise<void> => {
  if (known.footnoteFolder || databaseKind() !== 'sqlite') return
  const lock = await takeFolder(dataFolder())
  if (lock === null) {
    console.error(takenLine(dataFolder()))
    process.exit(1)
  }
  // Kept from the garbage collector, which would let go of it.
  known.footnoteFolder = lock
}
