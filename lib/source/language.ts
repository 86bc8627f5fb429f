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
const isEnglish = (text: string): boolean => {
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

/** ISO 639-3, as `franc` says it → the shorter code of BCP 47 for the languages most texts are in. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ deu: 'de', fra: 'fr', spa: 'es', ita: 'it', por: 'pt', nld: 'nl', pol: 'pl', ces: 'cs', slk: 'sk', hun: 'hu' },
  ...{ ron: 'ro', bul: 'bg', srp: 'sr', hrv: 'hr', bos: 'bs', slv: 'sl', ukr: 'uk', rus: 'ru', bel: 'be', ell: 'el' },
  ...{ swe: 'sv', dan: 'da', nob: 'nb', nno: 'nn', fin: 'fi', tur: 'tr', arb: 'ar', heb: 'he', pes: 'fa', hin: 'hi' },
  ...{ ben: 'bn', urd: 'ur', tha: 'th', vie: 'vi', ind: 'id', kor: 'ko', jpn: 'ja', cmn: 'zh' },
}

/** The language of a text by BCP 47: `en`, another that is known by its trigrams, or `und`. */
export const languageOf = (text: string): string => {
  if (isEnglish(text)) return 'en'
  const guess = franc(sampleOf(text), { minLength: 20 })
  return SHORT[guess] ?? (/^[a-z]{3}$/.test(guess) && guess !== 'eng' && guess !== 'sco' ? guess : 'und')
}
