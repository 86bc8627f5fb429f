/**
 * Sets the theme before the first paint, so that no page flashes. One fixed text, so that its hash in the content
 * security policy is fixed too; it holds no quote, angle bracket or ampersand, so nothing on its way can escape it.
 * `footnote.theme` in localStorage is light, dark or sepia; anything else follows the system.
 */
export const THEME_SCRIPT =
  'try{const t=localStorage.getItem(`footnote.theme`);if(/^(light|dark|sepia)$/.test(t))document.documentElement.dataset.theme=t}catch{}'
