/** What was typed or pasted, kept for this tab until it has become a document: a reload or a failure loses nothing. */
export type Draft = { title: string; text: string }

const KEY = 'footnote.draft'
/** Characters beside an address that are a page's name, not its text. */
const SHARED_WORDS_MAX = 200
export const NO_DRAFT: Draft = { title: '', text: '' }

export const keptDraft = (): Draft => {
  try {
    const value = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Draft> | null
    return { title: String(value?.title ?? ''), text: String(value?.text ?? '') }
  } catch {
    return NO_DRAFT
  }
}

/** Storage may be full or closed; then the text lives in the page alone. */
export const keepDraft = (draft: Draft): void => {
  try {
    if (draft.text === '' && draft.title === '') sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    return
  }
}

/**
 * What another app has shared with this one, by the address it opened; null where nothing was. Many apps put the address of a page
 * where its text belongs.
 */
export const sharedDraft = (search: string): Draft | null => {
  const query = new URLSearchParams(search)
  const [title, text, url] = ['title', 'text', 'url'].map((name) => query.get(name)?.trim() ?? '')
  if (!text && !url) return null
  const address = /^https:\/\/\S+$/.exec(url || '')?.[0] ?? /https:\/\/\S+$/.exec(text ?? '')?.[0]
  const isOnlyALink = address !== undefined && (text ?? '').replace(address, '').trim().length < SHARED_WORDS_MAX
  return { title: title ?? '', text: isOnlyALink ? address : (text ?? '') }
}
