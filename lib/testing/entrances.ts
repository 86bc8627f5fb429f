import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Something of ours that a stranger can call over HTTP: `app/api/x/route.ts GET`, `app/x/actions.ts saveAction`,
 * `app/[lang]/(account)/x/page.tsx page`.
 */
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

/** Whether a file is a page that reads data on the server; the learner's are shells that hold nobody's. */
const isReadingPage = (file: string, text: string): boolean =>
  /(^|\/)page\.tsx?$/.test(file) && (/\/\((account|operator|teach)\)\//.test(file) || /['"]#lib\/server\//.test(text))

const DIRECTIVE = /['"]use server['"]/

/**
 * Every entrance under `root`: each method of each route file, each function of each file of server actions, each page that
 * reads data. A function that makes itself an action inside a component, or a star export, is listed as such: neither can be
 * in a table.
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
        const page = isReadingPage(file, text) ? [`${file} page`] : []
        if (!DIRECTIVE.test(text)) return page
        if (!/^\s*['"]use server['"]/.test(text)) return [...page, `${file} inline`]
        return [...exportsOf(text).map((name) => `${file} ${name}`), ...hidden]
      }),
  )
