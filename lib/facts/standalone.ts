import { levelled } from '#lib/source/index.ts'
import { closeSentence } from './closure.ts'
import { tokensOf } from './tokens.ts'
import { wordsOf } from './words.ts'

/** Words by which a question speaks of the text that it was made from. */
const OF_THE_PAGE = /\b(?:author|writer|passage|paragraph|excerpt|article)s?\b/i

/**
 * What in a question leans on something outside it, in words; null where it stands alone. `shown` is what a learner sees above
 * it, `cited` the text that it is about, whose things are not known to someone who has not read it.
 */
export const openReference = (question: string, shown: string, cited: string): string | null => {
  const page = OF_THE_PAGE.exec(question)?.[0]
  if (page && !cited.toLowerCase().includes(page.toLowerCase())) return `“${page}” points at the page`
  const tokens = tokensOf(question, 0, true)
  const past = tokens.some(
    ({ lower, pos }) => /^(?:did|was|were|had)$/.test(lower) || (pos === 'VERB' && /ed$/.test(lower)),
  )
  const shownWords = wordsOf(shown)
  const { open } = closeSentence(tokens, levelled(question), [], {
    titleWords: shownWords,
    headingWords: shownWords,
    topic: null,
    titled: null,
    pair: [],
    opening: false,
    soleOf: () => null,
    genderOf: () => null,
    subject: null,
    persons: [],
    personsBefore: [],
    countries: [],
    nounSeen: new Map([...wordsOf(cited)].map((word) => [word, 0])),
    defined: new Set(),
    introduced: new Map(),
    namedByHead: new Map(),
    index: 1,
    past,
  })
  return open
}

/** Whether a sentence tells somebody to do something: it opens with a verb in its plain form. */
export const isOrder = (sentence: string): boolean => {
  const [first] = tokensOf(sentence, 0, true)
  return first?.pos === 'VERB' && first.lower === first.lemma
}
