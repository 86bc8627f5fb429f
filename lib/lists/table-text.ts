/** What Excel writes a plain CSV in, west and east of the Oder; it hangs on the machine, and the file does not say which. */
export type LegacyEncoding = 'windows-1250' | 'windows-1252'

/** The text of a table's file: UTF-8, UTF-16 where a byte order mark says so, else what Excel wrote before there was either. */
export const tableText = (bytes: Uint8Array, legacy: LegacyEncoding): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(legacy).decode(bytes)
  }
}
