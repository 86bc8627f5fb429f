import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Generated, type GenerateInput, generate } from '#lib/questions/index.ts'
import { inputFrom } from '../generate.ts'
import { ROOT } from '../setup/run.mjs'
import { documentsAt, folderOf } from './files.ts'
import { goldIn } from './gold.ts'
import type { Half, Subject } from './subject.ts'

export const GOLD = join(ROOT, 'lib/questions/gold')
const ROUNDS = 3

/** The same each round; only the time differs, and the shortest is the one that other work on the machine delayed least. */
const timed = (input: GenerateInput): { generated: Generated; seconds: number } | string => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    return { result: generate(input), seconds: (performance.now() - begun) / 1000 }
  })
  const result = rounds[0]?.result
  if (!result?.ok) return result?.error.message ?? 'cannot be read.'
  return { generated: result.value, seconds: Math.min(...rounds.map(({ seconds }) => seconds)) }
}

type Source = Omit<Subject, 'generated' | 'seconds'> & { input: GenerateInput }

const goldSources = (half: 'worked' | 'unread'): Source[] => {
  const folder = join(GOLD, half)
  if (!existsSync(folder)) return []
  return goldIn(folder).map(({ name, input, domain, facts, traps }) => ({ name, input, half, domain, facts, traps }))
}

const otherSources = (paths: readonly string[]): Source[] =>
  paths.flatMap(documentsAt).map((path) => ({
    ...{ name: basename(path), input: inputFrom(path), half: 'other', domain: folderOf(path) },
    ...{ facts: [], traps: [] },
  }))

/** Runs the generator over the gold documents and whatever else is given. `refused`: a line for each that it did not take. */
export const subjectsFrom = (
  paths: readonly string[],
  halves: readonly Half[],
): { subjects: Subject[]; refused: string[] } => {
  const sources = [
    ...(halves.includes('worked') ? goldSources('worked') : []),
    ...(halves.includes('unread') ? goldSources('unread') : []),
    ...(halves.includes('other') ? otherSources(paths) : []),
  ]
  // The first run pays for loading the language model and for compiling.
  if (sources[0]) timed(sources[0].input)
  const refused: string[] = []
  const subjects = sources.flatMap(({ input, ...source }) => {
    const done = timed(input)
    if (typeof done !== 'string') return [{ ...source, ...done }]
    refused.push(`${source.name}: ${done}`)
    return []
  })
  return { subjects, refused }
}
