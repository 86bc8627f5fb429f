/**
 * A run of characters for display. In the given row: `same`, `extra` (not in the text), and `missing` with empty text
 * where the text has characters that were not given. In the text row: `same`, `missing` (not given).
 */
export type DiffRun = { text: string; kind: 'same' | 'missing' | 'extra' }
export type Diff = [DiffRun[], DiffRun[]]

/** Below this share of equal characters two texts are shown side by side, not interleaved. */
const SIMILAR_ENOUGH = 0.5
const CHARACTERS_MAX = 300

type Step = { given: string; text: string }

const sameCharacter = (a: string | undefined, b: string | undefined): boolean => a?.toLowerCase() === b?.toLowerCase()

/** The cheapest way from `given` to `text`, character by character; an empty side is an insertion or a deletion. */
const align = (given: readonly string[], text: readonly string[]): Step[] => {
  const cost = Array.from({ length: given.length + 1 }, (_, i) =>
    Array.from({ length: text.length + 1 }, (_, j) => i + j),
  )
  const at = (i: number, j: number) => cost[i]?.[j] ?? 0
  for (let i = 1; i <= given.length; i++) {
    const row = cost[i]
    for (let j = 1; row && j <= text.length; j++) {
      const change = sameCharacter(given[i - 1], text[j - 1]) ? 0 : 1
      row[j] = Math.min(at(i - 1, j - 1) + change, at(i - 1, j) + 1, at(i, j - 1) + 1)
    }
  }
  const steps: Step[] = []
  for (let i = given.length, j = text.length; i > 0 || j > 0; ) {
    const change = sameCharacter(given[i - 1], text[j - 1]) ? 0 : 1
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + change) {
      steps.unshift({ given: given[--i] ?? '', text: text[--j] ?? '' })
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) steps.unshift({ given: given[--i] ?? '', text: '' })
    else steps.unshift({ given: '', text: text[--j] ?? '' })
  }
  return steps
}

const push = (row: DiffRun[], text: string, kind: DiffRun['kind']): void => {
  const last = row.at(-1)
  if (last && last.kind === kind) last.text += text
  else row.push({ text, kind })
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, CHARACTERS_MAX)

/** How what was given differs from the text, case aside; null where it does not. */
export const diffOf = (given: string, text: string): Diff | null => {
  const [from, to] = [tidy(given), tidy(text)]
  if (from === '' || sameCharacter(from, to)) return null
  const steps = align([...from], [...to])
  const same = steps.filter((step) => sameCharacter(step.given, step.text)).length
  if (same < SIMILAR_ENOUGH * Math.max([...from].length, [...to].length)) {
    return [[{ text: from, kind: 'extra' }], [{ text: to, kind: 'missing' }]]
  }
  const rows: Diff = [[], []]
  for (const step of steps) {
    if (sameCharacter(step.given, step.text)) {
      push(rows[0], step.given, 'same')
      push(rows[1], step.text, 'same')
      continue
    }
    push(rows[0], step.given, step.given === '' ? 'missing' : 'extra')
    if (step.text !== '') push(rows[1], step.text, 'missing')
  }
  return rows
}
