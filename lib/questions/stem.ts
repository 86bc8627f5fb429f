import { type Edit, type Fact, raised, tidy } from '#lib/facts/index.ts'

export const BLANK = '____'

/** A fact's sentence with its edits and one more change made; white space folded, first letter raised, stop at the end. */
export const sentenceWith = (fact: Fact, change: Edit | null): string => {
  const { start, exact, end } = fact.quote
  const edits = [
    ...fact.edits.filter((edit) => !change || edit.end <= change.start || edit.start >= change.end),
    ...(change ? [change] : []),
  ]
  let out = ''
  let at = start
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    out += exact.slice(at - start, edit.start - start) + edit.text
    at = edit.end
  }
  const text = raised(tidy(out + exact.slice(at - start, end - start)))
  return /[.!?]["”')\]]*$/.test(text) ? text : `${text}.`
}

/** The sentence with a blank for the answer; "a" or "an" before it gives no hint. */
export const clozeStem = (fact: Fact, hint: string | null): string => {
  const stem = sentenceWith(fact, {
    start: fact.slot.start,
    end: fact.slot.end,
    text: hint ? `${BLANK} (${hint})` : BLANK,
  })
  return stem.replace(/\b([Aa])n? (?=____)/, '$1(n) ')
}
