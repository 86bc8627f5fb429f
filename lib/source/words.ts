const CHUNK = 8_192

/** Number of words by Unicode segmentation (UAX 29, in `Intl.Segmenter`), counted in pieces cut at white space. */
export const countWords = (text: string): number => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  let count = 0
  for (let start = 0; start < text.length; ) {
    const end = cutAt(text, start + CHUNK)
    for (const segment of segmenter.segment(text.slice(start, end))) if (segment.isWordLike) count++
    start = end
  }
  return count
}

/** The first white space at or after an offset, within reach; else the offset itself. */
const cutAt = (text: string, offset: number): number => {
  const limit = Math.min(text.length, offset + CHUNK)
  for (let i = offset; i < limit; i++) if (/\s/.test(text[i] ?? '')) return i
  return limit
}
