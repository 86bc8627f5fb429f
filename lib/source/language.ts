import { franc } from 'franc-min'

const COMMON = new Set(
  'the of and to in is was that for with by are as it from at be this which an were has have had not or on their its they but can also into when than these such more after between who other'.split(
    ' ',
  ),
)
const SLICES = 4
const SLICE = 1_500

/** Up to four stretches spread over the text, so that one quoted passage does not decide. */
const sampleOf = (text: string): string => {
  if (text.length <= SLICES * SLICE) return text
  const step = Math.floor((text.length - SLICE) / (SLICES - 1))
  return Array.from({ length: SLICES }, (_, i) => text.slice(i * step, i * step + SLICE)).join(' ')
}

/**
 * Whether a text is English: the share of common English words decides where it is clear, the trigrams of `franc` where it
 * is not. A few words alone pass unless another script prevails.
 */
export const isEnglish = (text: string): boolean => {
  const sample = sampleOf(text)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin * 2 < letters) return false
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 8) return true
  const share = words.filter((word) => COMMON.has(word)).length / words.length
  if (share >= 0.2) return true
  if (share < 0.04 && words.length > 40) return false
  const guess = franc(sample, { minLength: 20 })
  return guess === 'eng' || guess === 'sco' || (guess === 'und' && share >= 0.1)
}
