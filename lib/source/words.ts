const BATCH = 8_192
/** Words that every segmentation leaves whole: letters of the basic alphabet, one apostrophe within, marks around. */
const PLAIN = /^["'“‘([]{0,3}[A-Za-z]{1,40}(?:['’][A-Za-z]{1,10})?["'”’)\].,;:!?]{0,4}$/

/**
 * Number of words by Unicode segmentation (UAX 29, in `Intl.Segmenter`). Plain words are counted without it, as it costs
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
    if (PLAIN.test(piece)) count++
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
