/** Cost of the segmenter grows with what it is given at once, too. */
const BATCH = 128
/** What the rules of words by Unicode are simple for: ASCII and Latin letters, without a colon between letters. */
const SIMPLE = /^(?:[!-9;-~À-ÖØ-öø-ɏ‘’“”–—…]|:(?![A-Za-zÀ-ɏ]))+$/
/** A word of such characters: letters, digits and `_`, joined by a point or apostrophe, or by the marks of numbers. */
const WORD =
  /[A-Za-z0-9_À-ÖØ-öø-ɏ]+(?:(?:(?<=[A-Za-zÀ-ɏ])[.'‘’](?=[A-Za-zÀ-ÖØ-öø-ɏ])|(?<=[0-9])[.,;'‘’](?=[0-9]))[A-Za-z0-9_À-ÖØ-öø-ɏ]+)*/g

const countSimple = (piece: string): number => {
  let count = 0
  for (const [word] of piece.matchAll(WORD)) if (word !== '_') count++
  return count
}

/**
 * Number of words by Unicode segmentation (UAX 29, in `Intl.Segmenter`). Most words are counted without it, as it costs ten
 * microseconds a word; the rest goes through it in batches.
 */
export const countWords = (text: string): number => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  let count = 0
  let batch = ''
  const flush = () => {
    for (const segment of segmenter.segment(batch)) if (segment.isWordLike) count++
    batch = ''
  }
  for (const [piece] of text.matchAll(/\S+/g)) {
    if (SIMPLE.test(piece)) count += countSimple(piece)
    else if (/[\p{L}\p{N}]/u.test(piece)) {
      for (let at = 0; at < piece.length; at += BATCH) {
        batch += ` ${piece.slice(at, at + BATCH)}`
        if (batch.length > BATCH) flush()
      }
    }
  }
  flush()
  return count
}
