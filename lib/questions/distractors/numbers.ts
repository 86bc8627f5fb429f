import { type Random, shuffled } from '#lib/base/index.ts'
import { numberWord } from '#lib/facts/index.ts'
import type { Fact } from '../draft.ts'
import type { Distractor } from '../pool.ts'

const WANTED = 3
const FACTORS = [0.4, 0.5, 0.6, 0.7, 0.8, 1.2, 1.3, 1.5, 1.7, 2, 2.4]

const decimalsOf = (surface: string) => surface.split('.')[1]?.length ?? 0

/** As many leading digits as the right number has, so that roundness tells nothing. */
const roundedLike = (value: number, surface: string): number => {
  const decimals = decimalsOf(surface)
  if (decimals > 0) return Number(value.toFixed(decimals))
  const zeros = /0*$/.exec(surface.replaceAll(',', ''))?.[0].length ?? 0
  const unit = 10 ** zeros
  return Math.round(value / unit) * unit
}

const written = (value: number, surface: string): string | null => {
  if (/^\p{L}/u.test(surface)) {
    const word = numberWord(value)
    return word && /^\p{Lu}/u.test(surface) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
  }
  const text = value.toFixed(decimalsOf(surface))
  return surface.includes(',') || value >= 10_000
    ? Number(text).toLocaleString('en-US', { minimumFractionDigits: decimalsOf(surface) })
    : text
}

/** Numbers of the same size and writing; how many are smaller is left to chance. */
export const numberDistractors = (fact: Fact, random: Random): Distractor[] => {
  const { quantity } = fact.slot
  if (!quantity || quantity.value <= 0) return []
  const { value, surface } = quantity
  const small = Number.isInteger(value) && value <= 20
  const raw = small
    ? [-4, -3, -2, -1, 1, 2, 3, 4].map((step) => value + step * (value % 10 === 0 ? 5 : 1))
    : FACTORS.map((factor) => roundedLike(value * factor, surface))
  const percent = quantity.unit === '%' || quantity.unit === 'percent'
  const fits = (candidate: number) =>
    candidate > (small ? 1 : 0) && candidate !== value && (!percent || candidate < 100)
  const candidates = shuffled([...new Set(raw.filter(fits))], random)
  const texts = new Map(candidates.map((candidate) => [candidate, written(candidate, surface)] as const))
  const usable = candidates.filter((candidate) => {
    const text = texts.get(candidate)
    return (
      text !== null &&
      text !== undefined &&
      !fact.quote.exact.includes(text) &&
      text.length <= surface.length * 1.6 &&
      surface.length <= text.length * 1.6
    )
  })
  const lower = usable.filter((candidate) => candidate < value)
  const higher = usable.filter((candidate) => candidate > value)
  const lowerWanted = Math.floor(random() * (WANTED + 1))
  const take = Math.min(lower.length, Math.max(lowerWanted, WANTED - higher.length))
  return [...lower.slice(0, take), ...higher.slice(0, WANTED - take)].map((candidate) => ({
    text: texts.get(candidate) ?? '',
    wrongBecause: `The document gives ${surface}.`,
  }))
}
