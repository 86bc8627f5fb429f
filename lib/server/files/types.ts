import type { Result } from '#lib/base/index.ts'

/** What a file says, as the HTML that the reader of pages takes. */
export type ReadFile = {
  readonly html: string
  /** Pages, from 1 up, that hold no text: pictures, as far as we can tell. */
  readonly unread: readonly number[]
}

/** Why a file cannot be read; the request's language puts it in words. */
export type FileRefusal = 'locked' | 'pictures' | 'damaged' | 'old-office' | 'unknown' | 'too-much' | 'empty'

export type FileResult = Result<ReadFile, FileRefusal>

export const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
