import 'server-only'
import {
  CARD_COLUMNS,
  ENTRIES_FILE,
  ENTRY_COLUMNS,
  MANIFEST_FILE,
  RESTORED,
  SETTINGS,
  TOLD,
} from '#lib/interchange/index.ts'
import type { MessageKey } from '#lib/messages/index.ts'
import { t } from '../words.ts'

type File = readonly [name: string, about: string, columns: readonly string[]]

const WIDTH = 20
const MARGIN = 78

/** The catalogue's text for a file or a column, whose names are data here; a test has them all said. */
const say = (name: string): string => (t as (key: MessageKey) => string)(`archive.${name}` as MessageKey)

const ofTable = (name: string, { file, columns }: { file: string; columns: object }): File => [
  file,
  say(`file${name[0]?.toUpperCase()}${name.slice(1)}`),
  Object.keys(columns),
]

const allFiles = (): File[] => [
  [MANIFEST_FILE, say('fileManifest'), []],
  [ENTRIES_FILE, say('fileAnswers'), ['serverSeq', 'effectiveAt', 'receivedAt', 'entry']],
  ['answers.csv', say('fileAnswersTable'), ENTRY_COLUMNS],
  ['cards.csv', say('fileCardsTable'), CARD_COLUMNS],
  ['cards.json', say('fileCards'), []],
  ofTable('settings', SETTINGS),
  ...Object.entries(RESTORED).map(([name, table]) => ofTable(name, table)),
  ...Object.entries(TOLD).map(([name, table]) => ofTable(name, table)),
]

const wrapped = (text: string, indent: number): string => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < MARGIN - indent) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}

const section = ([name, about, columns]: File): string =>
  [
    name,
    `  ${wrapped(about, 2)}`,
    ...columns.map((column) => `  ${column.padEnd(WIDTH)}${wrapped(say(column), WIDTH + 2)}`),
  ].join('\n')

/** What every file of an archive and every column is, in the language of the request. */
export const readme = (now: Date): string => {
  const intro = [
    t('archive.readmeHead'),
    t('archive.readmeMade', { date: now.toISOString().slice(0, 10) }),
    t('archive.readmeRestore'),
    t('archive.readmeForms'),
  ]
  return `${[...intro.map((text) => wrapped(text, 0)), ...allFiles().map(section)].join('\n\n')}\n`.replaceAll(
    '\n',
    '\r\n',
  )
}
