/** Milliseconds since the Unix epoch, or a span of milliseconds. */
export type Millis = number & { readonly __unit?: 'ms' }
/** A span of days; may be fractional. */
export type Days = number & { readonly __unit?: 'days' }

export const MS_PER_MINUTE = 60_000
export const MS_PER_DAY = 86_400_000
