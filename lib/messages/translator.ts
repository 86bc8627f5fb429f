import { formatNumber, locale } from './format.ts'
import type { Catalogue, KeyOf, Message, MessageAt, ParamsOf } from './types.ts'

let rules: Intl.PluralRules | undefined
/** Made at first use: a module that does nothing when it is loaded can be left out of a bundle that says little. */
const isOne = (n: number): boolean => {
  rules ??= new Intl.PluralRules(locale.language)
  return rules.select(n) === 'one'
}

const messageAt = (catalogue: Catalogue, key: string): Message => {
  const dot = key.indexOf('.')
  const message = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)]
  if (message === undefined) throw new Error(`No message ${key}`)
  return message
}

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? formatNumber(value) : value
  })

/**
 * The `t` of a catalogue: the text for a key with its values filled in; a plural is chosen by `n`. A wrong key or a missing
 * value fails to compile. A page on the way to the first question takes only the sections that it speaks, since a bundle
 * carries a catalogue whole.
 */
export const translator =
  <C extends Catalogue>(catalogue: C) =>
  <K extends KeyOf<C>>(key: K, ...args: ParamsOf<MessageAt<C, K>>): string => {
    const params: Record<string, string | number> = args[0] ?? {}
    const message = messageAt(catalogue, key)
    if (typeof message === 'string') return fill(message, params)
    return fill(isOne(Number(params.n)) ? message.one : message.other, params)
  }
