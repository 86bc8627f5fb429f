import type { Entity } from './types.ts'

/** What a sentence may lean on: what stands before it in its paragraph, and what its context line shows. */
export type Surroundings = {
  titleWords: ReadonlySet<string>
  headingWords: ReadonlySet<string>
  /** The person, or thing, that the document is about. */
  topic: Entity | null
  /** The title as a name in a sentence ("the Battle of X"), and the class nouns that take it up again ("battle"). */
  titled: { text: string; classes: ReadonlySet<string> } | null
  /** The two countries of a title such as "Japan–Russia relations". */
  pair: readonly Entity[]
  /** Whether nothing of this paragraph has been read yet. */
  opening: boolean
  /** Subject of the sentence before, in the same paragraph. */
  subject: Subject | null
  /** The first few persons, and names that may be persons', in the paragraph so far; and in the sentence before alone. */
  persons: Entity[]
  personsBefore: Entity[]
  /** The first few of the paragraph so far. */
  countries: Entity[]
  /** Sentence index at which a noun was last used. */
  nounSeen: ReadonlyMap<string, number>
  defined: ReadonlySet<string>
  /** Nouns that the paragraph has brought in with "a" or "an", or used in its last two sentences. */
  introduced: ReadonlyMap<string, number>
  /** Named things of the section by their last word: "treaty" → Treaty of Shimoda. */
  namedByHead: ReadonlyMap<string, Entity[]>
  /** The one thing of a class ("war", "treaty") that the document names, where it has named it already. */
  soleOf: (noun: string) => Entity | null
  /** The pronoun of a person, where their name, title or the document tells it. */
  genderOf: (entity: Entity) => 'he' | 'she' | null
  index: number
  past: boolean
}

export type Subject = { text: string; kind: 'person' | 'thing' | 'plural'; entity: Entity | null; sole: boolean }
