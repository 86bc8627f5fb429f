/** What a pasted text was written in, by the marks that only that format has. */
export const formatOf = (text: string): 'text' | 'markdown' | 'html' => {
  if (/^\s*<(!doctype html|html|head|body|main|article|section|div|h[1-6]|p)[\s>]/i.test(text)) return 'html'
  return /^#{1,6} +\S/m.test(text) ? 'markdown' : 'text'
}

/** Whether what was pasted is no text but the address of a page. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim())
