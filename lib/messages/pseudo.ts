import type { Catalogue, Message } from './types.ts'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  A: 'Á',
  E: 'É',
  O: 'Ó',
}

/**
 * A text as a translator into a longer language, written from right to left, might leave it: a third longer, accented, and
 * within marks that turn it round. What stands in braces stays, for it is a value's name,
 * and the value is kept apart, as it would be between words that do run from the right: a number is not read backwards.
 */
const strange = (text: string): string => {
  const accented = text.replace(/\{\w+\}|\p{L}/gu, (part) => ACCENTED[part] ?? part)
  const longer = accented.replace(/\{\w+\}|[áéíóú]/gu, (part) => (part.startsWith('{') ? part : part + part))
  const apart = longer.replace(/\{\w+\}|\d+/g, (value) => `\u2066${value}\u2069`)
  return `\u202e${apart}\u202c`
}

const strangeMessage = (message: Message): Message =>
  typeof message === 'string'
    ? strange(message)
    : { ...message, ...Object.fromEntries(Object.entries(message).map(([form, text]) => [form, strange(text)])) }

/** A catalogue made strange, for finding texts that are in none and layouts that know one direction. */
export const pseudo = <C extends Catalogue>(catalogue: C): C =>
  Object.fromEntries(
    Object.entries(catalogue).map(([section, messages]) => [
      section,
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, strangeMessage(message)])),
    ]),
  ) as C
