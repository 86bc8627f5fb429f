/** What was typed or pasted, kept for this tab until it has become a document: a reload or a failure loses nothing. */
export type Draft = { title: string; text: string }

const KEY = 'footnote.draft'
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
