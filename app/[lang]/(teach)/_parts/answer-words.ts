import { t } from '#words'

const inWords = (text: string): string =>
  text === 'true' ? t('study.true') : text === 'false' ? t('study.false') : text

/** An answer or a key as it is read: a judgement in words, an order or a match as a list. */
export const answerWords = (given: string | readonly string[]): string =>
  typeof given === 'string' ? inWords(given) : given.join('; ')
