import type { Catalogue, Message, Translate } from './types.ts'

/** How a language chooses plural forms (`language`) and writes numbers. */
type Manner = { readonly language: string; readonly formatNumber: (value: number) => string }

const messageAt = (catalogue: Catalogue, key: string): Message => {
  const dot = key.indexOf('.')
  const message = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)]
  if (message === undefined) throw new Error(`No message ${key}`)
  return message
}

/** The `t` of a catalogue in its language. Throws for a message that is in none of its sections. */
export const translator = <C extends Catalogue>(catalogue: C, { language, formatNumber }: Manner): Translate<C> => {
  let rules: Intl.PluralRules | undefined
  const fill = (text: string, params: Record<string, string | number>): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? formatNumber(value) : value
    })
  return (key, ...args) => {
    const params: Record<string, string | number> = args[0] ?? {}
    const message = messageAt(catalogue, key)
    if (typeof message === 'string') return fill(message, params)
    rules ??= new Intl.PluralRules(language)
    return fill(message[rules.select(Number(params.n))] ?? message.other, params)
  }
}
