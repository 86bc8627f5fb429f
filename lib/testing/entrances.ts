import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Something of ours that a stranger can call over HTTP: `app/api/x/route.ts GET`, `app/x/actions.ts saveAction`. */
export type Entrance = string

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const filesUnder = (root: string, folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).flatMap((name) => {
        const path = `${folder}/${name}`
        return statSync(join(root, path)).isDirectory() ? filesUnder(root, path) : [path]
      })
    : []

/** Names a module exports, by its text: declared, listed, or renamed. */
const exportsOf = (text: string): string[] => [
  ...[...text.matchAll(/^export\s+(?:async\s+)?(?:const|let|function\*?|class)\s+(\w+)/gm)].map(
    ([, name]) => name ?? '',
  ),
  ...[...text.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap(([, list]) =>
    (list ?? '').split(',').flatMap(
      (item) =>
        item
          .trim()
          .split(/\s+as\s+/)
          .at(-1) || [],
    ),
  ),
  ...(/^export\s+default\b/m.test(text) ? ['default'] : []),
]

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const DIRECTIVE = /['"]use server['"]/

/**
 * Every entrance under `root`: each method of each route file, each function of each file of server actions. A function that
 * makes itself an action inside a component, or a star export, is listed as such: neither can be in a table.
 */
export const entrancesUnder = (root: string): Entrance[] =>
  ['app', 'lib'].flatMap((folder) =>
    filesUnder(root, folder)
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('lib/testing/'))
      .flatMap((file) => {
        const text = withoutComments(readFileSync(join(root, file), 'utf8'))
        const hidden = /^export\s*\*/m.test(text) ? [`${file} *`] : []
        if (/(^|\/)route\.tsx?$/.test(file)) {
          return [...exportsOf(text).filter((name) => METHODS.includes(name)), ...hidden.map(() => '*')].map(
            (name) => `${file} ${name}`,
          )
        }
        if (!DIRECTIVE.test(text)) return []
        if (!/^\s*['"]use server['"]/.test(text)) return [`${file} inline`]
        return [...exportsOf(text).map((name) => `${file} ${name}`), ...hidden]
      }),
  )
