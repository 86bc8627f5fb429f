const folded = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/**
 * Whether a part stands in a text with neither letter nor digit beside it. Found by search, as compiling an expression for
 * every answer would be most of a document's cost.
 */
export const standsIn = (text: string, part: string): boolean => {
  if (part === '') return false
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length
    const joined = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))
    if (!joined && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))) return true
  }
  return false
}

/** Whether one of the answers of more than `least` letters stands in a text, whatever its case and accents. */
export const tells = (text: string, answers: readonly string[], least = 2): boolean => {
  const plain = folded(text)
  return answers.some((answer) => answer.length > least && standsIn(plain, folded(answer)))
}
