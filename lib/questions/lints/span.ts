import type { Lint } from './lint.ts'

/** The quote of a fact is exactly what stands in the text at its place. */
export const spanExact: Lint = ({ facts }, { text }) =>
  facts.some(({ quote }) => quote.exact === '' || text.slice(quote.start, quote.end) !== quote.exact)

const plain = (text: string) => text.toLowerCase().replace(/[\s,'’‘-]+/g, ' ')

/** The answer, or a normal form of it, stands in the quote. */
export const answerInQuote: Lint = ({ question, facts }) => {
  if (/^(?:true-false|order|match)$/.test(question.form)) return false
  const quote = plain(facts.map((fact) => fact.quote.exact).join(' '))
  return (
    ![...question.accepted, ...(facts[0]?.slot.accepted ?? [])].some((answer) => quote.includes(plain(answer))) &&
    !(facts[0]?.slot.date?.normal === question.key)
  )
}
