import { en } from './en.ts'
import { formatNumber, locale } from './format.ts'
import type { KeyOf, Message, MessageAt, ParamsOf } from './types.ts'

type Catalogue = typeof en
export type MessageKey = KeyOf<Catalogue>

let rules: Intl.PluralRules | undefined
/** Made at first use: a module that does nothing when it is loaded can be left out of a bundle that says little. */
const isOne = (n: number): boolean => {
  rules ??= new Intl.PluralRules(locale.language)
  return rules.select(n) === 'one'
}

const messageAt = (key: string): Message => {
  const dot = key.indexOf('.')
  const section: Record<string, Message> | undefined = (en as Record<string, Record<string, Message>>)[
    key.slice(0, dot)
  ]
  const message = section?.[key.slice(dot + 1)]
  if (message === undefined) throw new Error(`No message ${key}`)
  return message
}

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? formatNumber(value) : value
  })

/** The text for a key with its values filled in; a plural is chosen by `n`. A wrong key or a missing value fails to compile. */
export const t = <K extends MessageKey>(key: K, ...args: ParamsOf<MessageAt<Catalogue, K>>): string => {
  const params: Record<string, string | number> = args[0] ?? {}
  const message = messageAt(key)
  if (typeof message === 'string') return fill(message, params)
  return fill(isOne(Number(params.n)) ? message.one : message.other, params)
}
