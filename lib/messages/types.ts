/** A text, or its plural forms by CLDR category. `{name}` marks where a value goes. */
export type Message = string | PluralMessage
export type PluralMessage = { readonly one: string; readonly other: string }
export type Catalogue = { readonly [section: string]: { readonly [key: string]: Message } }

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type TextOf<M> = M extends string ? M : M extends PluralMessage ? M['one'] | M['other'] : never

/** `section.key` of every message in a catalogue. */
export type KeyOf<C extends Catalogue> = {
  [S in keyof C & string]: `${S}.${keyof C[S] & string}`
}[keyof C & string]

export type MessageAt<C extends Catalogue, K> = K extends `${infer S}.${infer M}`
  ? S extends keyof C
    ? M extends keyof C[S]
      ? C[S][M]
      : never
    : never
  : never

type ParamNames<M> = NamesIn<TextOf<M>> | (M extends PluralMessage ? 'n' : never)

/** The second argument of `t`: none for a plain text, else every name the text mentions; a plural also needs a number `n`. */
export type ParamsOf<M> = [ParamNames<M>] extends [never]
  ? []
  : [params: { readonly [Name in ParamNames<M>]: Name extends 'n' ? number : string | number }]
