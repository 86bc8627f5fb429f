/**
 * Sets the theme before the first paint, so that no page flashes. One fixed text, so that its hash in the content
 * security policy is fixed too; it holds no quote, angle bracket or ampersand, so nothing on its way can escape it.
 * `footnote.theme` in localStorage is light, dark or sepia, `footnote.size` small, large or larger, `footnote.hand` left;
 * anything else is as usual. `data-nobody`: no account is known on this device, so that a page can say so before its script comes.
 */
export const THEME_SCRIPT =
  'try{for(const[n,v]of[[`theme`,/^(light|dark|sepia)$/],[`size`,/^(small|larger?)$/],[`hand`,/^left$/]]){const t=localStorage.getItem(`footnote.`+n);if(v.test(t))document.documentElement.dataset[n]=t}if(!localStorage.getItem(`footnote.account`))document.documentElement.dataset.nobody=1}catch{}'
