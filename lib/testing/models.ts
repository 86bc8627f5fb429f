import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../prisma/schema/', import.meta.url))

/** A model of the schema: its columns, and the models that its rows hang on. */
export type Model = { readonly name: string; readonly columns: readonly string[]; readonly hangsOn: readonly string[] }

const MODEL = /^model (\w+) \{\n([\s\S]*?)^\}/gm

/** Models in the text of a Prisma schema. */
export const modelsIn = (text: string): Model[] => {
  const found = [...text.matchAll(MODEL)].map(([, name = '', body = '']) => ({ name, body }))
  const names = new Set(found.map(({ name }) => name))
  return found.map(({ name, body }) => {
    const lines = body.split('\n').filter((line) => /^ {2}\w/.test(line))
    const fields = lines.map((line) => /^ {2}(\w+)\s+(\w+)/.exec(line)?.slice(1) ?? [])
    return {
      name,
      columns: fields.filter(([, type = '']) => !names.has(type)).map(([field = '']) => field),
      hangsOn: lines.flatMap((line) =>
        line.includes('@relation(') ? (line.trim().split(/\s+/)[1] ?? '').replace('?', '') : [],
      ),
    }
  })
}

export const schemaText = (): string =>
  readdirSync(FOLDER)
    .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
    .join('\n')
