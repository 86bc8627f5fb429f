/** 64 bits of FNV-1a in two lanes, as 13 base-36 digits at most: a name for content, no protection against malice. */
export const contentHash = (text: string): string => {
  let a = 0x811c9dc5
  let b = 0xc9dc5118
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b)
    b ^= b >>> 13
  }
  const part = (n: number) => (n >>> 0).toString(36).padStart(7, '0')
  return part(a) + part(b)
}
