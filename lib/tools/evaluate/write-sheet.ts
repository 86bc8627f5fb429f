import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decoded } from '../generate.ts'
import type { SheetOrder } from './arguments.ts'
import { readMix } from './mix.ts'
import { candidatesOf } from './row.ts'
import { type Key, sheetOf } from './sheet.ts'
import type { Subject } from './subject.ts'

const FILES = { stems: 'stems.csv', sheet: 'sheet.csv', key: 'key.json' }

/** Writes `stems.csv`, `sheet.csv` and `key.json`; never over a sheet that may be rated already. Returns what to do with them. */
export const writeSheet = (
  { folder, size, mix }: SheetOrder,
  subjects: readonly Subject[],
  made: Pick<Key, 'seed' | 'date' | 'commit'>,
): string => {
  for (const name of Object.values(FILES))
    if (existsSync(join(folder, name))) throw new Error(`${join(folder, name)} is there already: give another folder.`)
  const candidates = subjects.flatMap(candidatesOf)
  const mixed = mix === null ? [] : readMix(decoded(readFileSync(mix)), mix)
  const { stems, sheet, rows } = sheetOf(candidates, mixed, size, made.seed)
  const key: Key = { ...made, rows }
  mkdirSync(folder, { recursive: true })
  // The mark lets Excel read the file as UTF-8.
  writeFileSync(join(folder, FILES.stems), `\uFEFF${stems}`)
  writeFileSync(join(folder, FILES.sheet), `\uFEFF${sheet}`)
  writeFileSync(join(folder, FILES.key), `${JSON.stringify(key, null, 2)}\n`)
  const drawn = Object.keys(rows).length - mixed.length
  return (
    `${drawn} questions of ${candidates.length} in tier A${drawn < size ? ` (${size} were asked for)` : ''}, ${mixed.length} mixed in.\n` +
    `Give raters ${FILES.stems} first, and ${FILES.sheet} when it is filled; each answers y or n. Keep ${FILES.key} from them.`
  )
}
