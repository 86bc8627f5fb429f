const SAMPLE = 65_536

/** Whether a decoded text is a binary file: more than 1 in 100 of its first characters are control or replacement characters. */
export const looksBinary = (raw: string): boolean => {
  const sample = raw.slice(0, SAMPLE)
  if (sample.startsWith('%PDF-') || sample.startsWith('PK\u0003\u0004')) return true
  let bad = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code === 0 || code === 0xfffd) bad += 2
    else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) bad++
  }
  return bad * 100 > sample.length
}
