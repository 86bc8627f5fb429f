/** A text, or its plural forms by CLDR category. `{name}` marks where a value goes. */
export type Message = string | PluralMessage
/** Which forms there are is the language's own affair; `other` is what a category without a form falls back to. */
export type PluralMessage = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string }
export type Catalogue = { readonly [section: string]: { readonly [key: string]: Message } }

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type TextOf<M> = M extends string ? M : M[keyof M] & string

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

type ParamNames<M> = NamesIn<TextOf<M>> | (M extends string ? never : 'n')

/** The second argument of `t`: none for a plain text, else every name the text mentions; a plural also needs a number `n`. */
export type ParamsOf<M> = [ParamNames<M>] extends [never]
  ? []
  : [params: { readonly [Name in ParamNames<M>]: Name extends 'n' ? number : string | number }]

/** The text for a key, its values filled in and its plural chosen by `n`. A wrong key or a missing value fails to compile. */
export type Translate<C extends Catalogue> = <K extends KeyOf<C>>(key: K, ...args: ParamsOf<MessageAt<C, K>>) => string

/** What another language says: the same sections and keys, a text for a text, and plural forms for plural forms. */
export type TranslationOf<C extends Catalogue, Category extends Intl.LDMLPluralRule> = {
  readonly [S in keyof C]: {
    readonly [K in keyof C[S]]: C[S][K] extends string ? string : { readonly [category in Category]: string }
  }
}
