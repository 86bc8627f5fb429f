import type { Estimate, Flag, Given, ItemAnalysis } from '#lib/items/index.ts'
import type { AskedQuestion } from '#lib/server/quizzes/asked.ts'
import { formatNumber, formatPercent, t } from '#words'

/** What was given, or is right, as it reads. */
export const answerText = ({ form, left, unit }: AskedQuestion, given: NonNullable<Given>): string => {
  if (typeof given !== 'string')
    return left ? left.map((one, at) => `${one}: ${given[at] ?? '…'}`).join('; ') : given.join(' → ')
  if (form === 'true-false') return given === 'true' ? t('study.true') : t('study.false')
  return unit && form === 'number' ? `${given} ${unit}` : given
}

const WORDS: { readonly [K in Flag['kind']]: (flag: Extract<Flag, { kind: K }>) => string } = {
  'everyone-missed': () => t('items.everyoneMissed'),
  'everyone-right': () => t('items.everyoneRight'),
  'nearly-everyone-missed': () => t('items.nearlyMissed'),
  hard: () => t('items.hard'),
  'wrong-key-suspected': (flag) =>
    flag.by === 'strong' ? t('items.keyStrong', { option: flag.option }) : t('items.keyReversed'),
  'does-not-tell-apart': () => t('items.apart'),
  'dead-options': ({ options }) =>
    t('items.dead', { options: options.map((text) => t('items.quoted', { text })).join(', ') }),
}

const shown = (flag: Flag, question: AskedQuestion): Flag => {
  if (flag.kind === 'wrong-key-suspected' && flag.by === 'strong')
    return { ...flag, option: answerText(question, flag.option) }
  if (flag.kind === 'dead-options')
    return { ...flag, options: flag.options.map((option) => answerText(question, option)) }
  return flag
}

/** A flag in a teacher's words. */
export const flagWords = (flag: Flag, question: AskedQuestion): string =>
  (WORDS[flag.kind] as (flag: Flag) => string)(shown(flag, question))

/** Of what needs a look: what most gave instead, or the wrong answer that stands out; null where none does. */
export const instead = ({ flags, wrong, missed, unanswered }: ItemAnalysis, question: AskedQuestion): string | null => {
  // Where two could be chosen, it goes without saying.
  if (flags.length === 0 || missed < 2 || question.form === 'true-false') return null
  if (unanswered > missed / 2) return t('items.mostOpen')
  const [first, second] = wrong
  if (!first) return null
  const answer = answerText(question, first.given)
  const chosen = question.options !== null
  if (first.count > missed / 2) return chosen ? t('items.mostChose', { answer }) : t('items.mostWrote', { answer })
  if (first.count < 2 || first.count === second?.count) return null
  return chosen ? t('items.oftenChose', { answer }) : t('items.oftenWrote', { answer })
}

const MENDED = {
  drop: () => t('items.dropped'),
  full: () => t('items.full'),
  key: () => t('items.keyChanged'),
  accept: () => t('items.acceptedToo'),
} as const

/** How a question was put right; null where it was not. */
export const mendedWords = ({ mended }: AskedQuestion): string | null => (mended ? MENDED[mended]() : null)

const twoDigits = (value: number): string =>
  formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '−')

const within = ({ value, low, high }: Estimate, write: (value: number) => string): string => {
  if (value === null) return t('items.unknown')
  if (low === null || high === null) return write(value)
  return t('items.within', { value: write(value), low: write(low), high: write(high) })
}

/** A share with its interval: 43% (26% to 61%). */
export const shareWithin = (estimate: Estimate): string => within(estimate, formatPercent)
/** A coefficient with its interval: 0.46 (0.10 to 0.71). */
export const numberWithin = (estimate: Estimate): string => within(estimate, twoDigits)
