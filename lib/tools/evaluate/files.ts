import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const READABLE = /\.(?:md|markdown|txt|html?|xhtml)$/i

/**
 * What to read at a path: a file or a content folder (with `document.md`) itself, else every document under a folder, by
 * name. Throws where nothing is there.
 */
export const documentsAt = (path: string): string[] => {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}: check the path.`)
  if (!statSync(path).isDirectory() || existsSync(join(path, 'document.md'))) return [path]
  const found = readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap((each) => {
      if (statSync(each).isDirectory()) return documentsAt(each)
      return READABLE.test(each) ? [each] : []
    })
  return found
}

/** The domain of prose without gold is the name of the folder it lies in. */
export const folderOf = (path: string): string => basename(dirname(resolve(path)))
