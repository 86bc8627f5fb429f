import 'server-only'

/** As RFC 8187 wants it: what `encodeURIComponent` leaves and that grammar does not allow is encoded as well. */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** For who does not know the other: letters and digits, what is neither left out. */
const plain = (name: string): string => {
  const dot = name.lastIndexOf('.')
  const letters = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9 _-]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  return `${letters(name.slice(0, dot)) || 'file'}.${letters(name.slice(dot + 1))}`
}

/** `content-disposition` of a file with an ending, to be kept under a name that somebody may have chosen (RFC 6266, RFC 8187). */
export const attachment = (name: string): string => {
  // Half a character cannot be encoded, and what turns the direction of writing hides an ending.
  const safe = name.replace(/[\p{Cc}\p{Cs}/\\\u202A-\u202E\u2066-\u2069]/gu, ' ')
  return `attachment; filename="${plain(safe)}"; filename*=UTF-8''${extended(safe)}`
}
