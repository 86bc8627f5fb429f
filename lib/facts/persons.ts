import type { Document } from '#lib/source/index.ts'
import { genderIn } from './gender.ts'
import type { RawMention } from './mentions.ts'

/** The person of a title: whole name, surname, and the first letters of the given name. */
export type TitlePerson = { name: string; surname: string; start: string }

/** What only a person does, right after a name. */
const PERSONAL =
  /^(?: \((?:born|b\.) |,? (?:was|is) (?:born|an? (?:\p{L}+ ){0,4}(?:player|footballer|actor|actress|writer|poet|painter|singer|musician|composer|politician|scientist|lawyer|journalist|soldier|officer|coach|director|author|artist|engineer|teacher|philosopher|bishop|historian|activist|businessman|astronomer|physician))|(?: later| also| never| soon)? (?:died|married|graduated|retired|resigned|wrote|studied|emigrated|told|replied|recalled|said|argued|believed|married|divorced)\b)/u

/** A name that does what only a person does is a person's. */
export const acting = (mention: RawMention, level: string): RawMention =>
  mention.type === 'name' &&
  /^\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,3}$/u.test(mention.text) &&
  PERSONAL.test(level.slice(mention.end, mention.end + 60))
    ? { ...mention, type: 'person' }
    : mention

/** Whom the title names, where the text speaks of "he" or "she" all along; null where it names nobody. */
export const personOf = ({ title, text, titled }: Document): TitlePerson | null => {
  const name = title.replace(/\s*\(.*\)$/, '')
  const words = name.split(' ')
  if (!titled || !/^\p{Lu}[\p{L}.'-]+(?: \p{L}[\p{L}.'-]+){0,3}$/u.test(name) || genderIn(text) === null) return null
  return { name, surname: words.at(-1) ?? '', start: (words[0] ?? '').slice(0, 3) }
}

/** Whether a name is one of those of the person of the title: "Brad Stevens" is "Bradley Kent Stevens" and "Stevens". */
export const isOf = (person: TitlePerson, mention: RawMention): boolean => {
  const words = mention.text.split(' ')
  const [first = ''] = words
  return (
    mention.type === 'name' && words.at(-1) === person.surname && (words.length === 1 || first.startsWith(person.start))
  )
}
