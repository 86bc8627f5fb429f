import type { InLanguage } from '#app/_words/on-server.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>
/** What a page whose address has a query is given. */
export type WithQuery = InLanguage & { readonly searchParams: Promise<Query> }

/** One value of a query, the first where there are several, without what no database keeps; undefined where it says nothing. */
export const valueIn = (query: Query, name: string): string | undefined =>
  [query[name]].flat()[0]?.replaceAll('\0', '') || undefined

/** A query of what is said, to stand after a path. */
export const queryOf = (values: Readonly<Record<string, string | undefined>>): string => {
  const said = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}
