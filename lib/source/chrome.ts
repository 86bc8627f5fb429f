/**
 * Words of a site's frame (banners, footers, navigation), not of its text. Each is tried on a short stretch only and none
 * repeats a repeat, so that matching stays linear.
 */
const CHROME = [
  /\b(?:make a|charitable) donation\b/i,
  /\bdonat(?:e|ions?) (?:now|today|here|to (?:us|our|this))\b/i,
  /\bsupport (?:us|our (?:work|site|journalism))\b/i,
  /\bmailing list\b/i,
  /(?:^|[.!?|•:] ?|\bplease |\bor |\bto )(?:subscribe|sign up|log ?in|sign in|register) (?:to|for|now|here|today)\b/i,
  /\bnewsletter\b/i,
  /\bcookies?\b.{0,40}\b(?:policy|accept|consent|site|browser|website|preferences|use)\b/i,
  /\b(?:accept|use|uses) (?:all )?cookies\b/i,
  /\b(?:page|site) (?:was )?last (?:modified|updated|edited|reviewed)\b/i,
  /^(?:last|first) (?:modified|updated|edited|published|reviewed)\b/i,
  /\ball rights reserved\b/i,
  /^(?:©|\(c\)|copyright(?:s?$| ?(?:©|\(c\)|\d{4}|by\b|notice|information|statement|page|and licen[cs]e)))/i,
  /\b(?:privacy policy|terms of (?:use|service)|contact us|about us|site ?map)\b/i,
  /\b(?:click|tap) (?:here|the (?:link|button))\b/i,
  /^(?:read more|see also|related (?:articles|stories|posts|topics)|share (?:this|on)|skip to|jump to|back to|home\b ?[»>|/]|print this|follow us|table of contents|contents$|references$|bibliography$|further reading|external links|notes$|advertisement|sponsored|photo(?:graph)? (?:by|credit)|image (?:credit|source|by)|credit:|source:|retrieved (?:on|from|\d)|this article (?:is about|was|needs|has)|for other uses|not to be confused|by [A-Z][a-z]+ [A-Z][a-z]+$|posted (?:on|by)|published (?:on|by)|updated (?:on|:)|estimated reading time|\d+ min(?:ute)?s? read|tags?:|categor(?:y|ies):|filed under|comments?\b ?\(|leave a (?:reply|comment)|previous (?:page|chapter|article)|next (?:page|chapter|article)|please (?:share|subscribe|donate|help|note that this))/i,
  /\bISBN\b|\bdoi:/i,
  /\b(?:our|this) (?:site|website|web ?page|web site)\b/i,
]
const REACH = 300

/** Whether a stretch is part of a site's frame, judged by its first 300 characters. */
export const isChrome = (text: string): boolean => {
  const start = text.slice(0, REACH).trim()
  if (CHROME.some((pattern) => pattern.test(start))) return true
  const bars = start.match(/[|»›·•]/g)?.length ?? 0
  return bars >= 2 && start.length / (bars + 1) < 28 && !/[.!?]$/.test(start)
}
