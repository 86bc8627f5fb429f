import type { Section } from '#lib/source/index.ts'
import type { Entity } from './types.ts'

export const headingWordsOf = (section: Section | undefined): Set<string> => wordsOf(section?.heading ?? '')

/** Lower-case words of a title with their plain singular, for looking up heads. */
export const wordsOf = (text: string): Set<string> => {
  const out = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []) {
    out.add(word)
    if (/[^s]s$/.test(word)) out.add(word.slice(0, -1))
  }
  return out
}

/** A proper name of unknown type that may be a person's: one or two plain capitalised words. */
export const isPersonLike = ({ type, name, articled }: Entity): boolean =>
  type === 'name' &&
  !articled &&
  !INSTITUTION.test(name) &&
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}$/u.test(name) &&
  !/^(?:On|In|At|Of|For|The|To) /.test(name)

const INSTITUTION =
  /(?:College|School|Observatory|House|Court|Museum|Park|Street|Road|Square|Hall|Station|Bridge|Church|Cathedral|Palace|Castle|Society|Association|Club|Press|Prize|Medal|Award|League|Cup|Games|Festival|Records|Company|Group|Bank|Office|Department|Service|Act|Bay|Point|Valley|County|Island|Islands|Lake|River|Mountains?|Creek|Airport|University|Institute|Hospital|Theatre|Theater|Band|Army|Navy|Force|Corps|Division|Regiment|Squadron|Empire|Republic|Union|Party|Network|Protocol|Center|Centre|Laboratory|Tower|Gate|Fort|Highway|Railway|Line)$/
