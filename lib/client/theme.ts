import type { LearnerSettings } from '#lib/sync/index.ts'

const KEY = 'footnote.theme'

/** Shows a theme now and before the first paint of every later page, whose inline script reads the same key. */
export const applyTheme = (theme: LearnerSettings['theme']): void => {
  const page = document.documentElement
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage refused: the theme holds for this page only.
  }
  if (theme === 'system') delete page.dataset.theme
  else page.dataset.theme = theme
}
