import { isChrome } from '#lib/source/index.ts'
import type { Clause } from './grammar.ts'
import { reportingVerbs } from './lexicon/verbs.ts'
import type { SentenceClass, Token } from './types.ts'

export type Classified = { class: SentenceClass; attribution?: string }

const OPINION =
  /\b(?:unfortunately|fortunately|regrettabl[ey]|remarkabl[ey]|amazing(?:ly)?|impressive|beautiful|wonderful|terrible|awful|interestingly|surprisingly|sadly|happily|arguably|undoubtedly|clearly|obviously|of course|needless to say|in my (?:view|opinion)|best-loved|stunning|fascinating|disappointing|unjustified|unacceptable|foolish|brilliant|genius|great(?:est)? (?:achievement|mistake)|should (?:not )?(?:be|have)|ought to|deserves?|it is (?:important|worth|easy|hard|difficult|tempting|fair|no wonder|likely|unlikely|possible|clear|essential|vital|true)|important(?:ly)?\b.{0,20}\bto note|well worth|must-see|favou?rite|nail in the coffin|vapid(?:ly)?|so-called)\b/i
const HYPOTHETICAL =
  /\b(?:might|perhaps|maybe|possibly|presumably|probably|supposedly|imagine|suppose|would have|could have|may have|might have|as if|if only|what if|hypothetical(?:ly)?|speculat(?:e|ed|ion)|rumou?red|legend(?:ary)?|myth|according to (?:legend|tradition)|is thought to|are thought to|is believed to|are believed to|were believed to|was believed to|was thought to|were thought to|it is (?:thought|believed|said)|reportedly|allegedly|apparently|seem(?:s|ed)?|appear(?:s|ed)? to)\b/i
const PLAN =
  /\b(?:plans? to|planned to|planning to|intends? to|intended to|hopes? to|hoped to|aims? to|aimed to|is expected to|are expected to|was expected to|were expected to|expects? to|scheduled (?:for|to)|is due to|was due to|is set to|proposes? to|in the (?:near )?future|by 20[3-9]\d|going to|was to have|were to have)\b/
const SUPERSEDED =
  /\b(?:originally|initially|at first|once (?:thought|believed|considered|estimated)|previously (?:thought|believed|estimated|reported)|formerly|older (?:sources|estimates|textbooks|books)|earlier (?:estimates|sources|reports|figures|accounts)|used to be|was long (?:thought|believed)|were long (?:thought|believed)|first (?:thought|believed|estimated|reported|announced)|until recently|no longer|outdated|obsolete|initial (?:estimate|report|figure)s?|preliminary|had (?:first )?been estimated|later (?:revised|corrected))\b/i
const ADDRESS = /\b(?:I|I'm|I've|me|[Mm]y|[Ww]e|[Ww]e're|[Ww]e've|us|[Oo]urs?|[Yy]ou|[Yy]ou're|[Yy]ours?|[Ll]et's)\b/
const NEGATED_MAIN =
  /\b(?:did|does|do|was|were|is|are|has|have|had|can|could|will|would|may|must|shall|should)(?: also| still| yet| even)? (?:not|never)\b|n't\b|\b(?:never|neither|nor|cannot|failed to|unable to)\b|^(?:No|None|Neither|Nothing|Nobody|Not)\b/
const NEGATION_HARMLESS = /\bnot (?:until|only|just|merely|least)\b/i

/** "There are three types of election:" before a list. */
const COUNTED_LIST = /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) [^:]{3,60}:$/
const WORDLESS = /^[^\p{L}]*$/u

/** Share of a sentence that stands between quotation marks. */
const quotedShare = (level: string): number => {
  let inside = 0
  let open = -1
  for (let i = 0; i < level.length; i++) {
    if (level[i] !== '"') continue
    if (open < 0) open = i
    else {
      inside += i - open
      open = -1
    }
  }
  if (open >= 0) inside += level.length - open
  return inside / Math.max(1, level.length)
}

/** Who a claim is ascribed to, where the sentence says so. */
const attributionOf = (level: string, tokens: Token[]): string | null => {
  const according = /\b[Aa]ccording to ((?:the |an? )?[^,;]{2,60}?)(?:,|$|\.)/.exec(level.slice(0, 400))
  if (according?.[1]) return according[1]
  const at = tokens.findIndex(
    (token, i) =>
      reportingVerbs.has(token.lower) &&
      token.pos !== 'NOUN' &&
      i > 0 &&
      /^(?:that|,|"|it|the|he|she|they)$/.test(tokens[i + 1]?.lower ?? tokens[i - 1]?.lower ?? ''),
  )
  if (at > 0) {
    const from = Math.max(0, at - 4)
    return (
      tokens
        .slice(from, at)
        .filter((token) => /^(?:PROPN|NOUN|DET|ADJ)$/.test(token.pos))
        .map((token) => token.text)
        .join(' ') || null
    )
  }
  return null
}

const hasFiniteVerb = (tokens: Token[]): boolean =>
  tokens.some((token) => token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower)))

/** Learning goals and exercises: "Identify the most common …". */
const INSTRUCTION =
  /^(?:Identify|Describe|Explain|Discuss|Compare|Contrast|Analy[sz]e|Evaluate|Define|Summari[sz]e|List|Outline|Give|Name|Consider|Think|Imagine|Recall|Remember|Note|See|Read|Write|Calculate|Determine|Apply|Choose|Select|Click|Open|Press|Use|Try|Make sure|Draw|Label|Distinguish|Differentiate|Understand|Learn|Demonstrate|Illustrate|Interpret|Assess|Examine|Explore|Review|Complete|Answer|Prevent|Place|Add|Remove|Install|Run|Enter|Take|Do|Don't|Keep|Avoid|Check|Find|Look) (?!(?:was|is|are|were|has|had)\b)/
const DENIAL = /^(?:not|n't|never|cannot|neither|nor|hardly|rarely)$/

/** Whether the main verb is denied; a negation elsewhere keeps its place in the question. */
const isNegated = (level: string, tokens: Token[], clause: Clause | null): boolean => {
  if (!NEGATED_MAIN.test(level) || NEGATION_HARMLESS.test(level)) return false
  if (!clause) return true
  const subject = tokens[clause.subjectFrom]?.lower ?? ''
  if (/^(?:no|none|neither|nothing|nobody|not|few)$/.test(subject)) return true
  if (/^(?:fail|refuse)$/.test(tokens[clause.verb]?.lemma ?? '')) return true
  return tokens.slice(clause.verbFrom, clause.verb + 3).some((token) => DENIAL.test(token.lower))
}

/** What kind of statement a sentence makes; only assertions, definitions and attributed claims can make facts. */
export const classify = (level: string, tokens: Token[], clause: Clause | null, nextLevel: string): Classified => {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length
  if (isChrome(level)) return { class: 'boilerplate' }
  if (WORDLESS.test(level) || words < 4 || /\p{Ll}{2}\.\p{Lu}/u.test(level)) return { class: 'fragment' }
  if (/\?["')\]]*$/.test(level)) return { class: 'question' }
  if (/!["')\]]*$/.test(level)) return { class: 'opinion' }
  if (!/[.!?:;"')\]]$/.test(level) && words < 7) return { class: 'fragment' }
  if ((/:$/.test(level) && !COUNTED_LIST.test(level)) || /^\p{Ll}/u.test(level)) return { class: 'fragment' }
  if ((level.match(/"/g)?.length ?? 0) % 2 === 1) return { class: 'quote' }
  if (quotedShare(level) > 0.35) return { class: 'quote' }
  if (!hasFiniteVerb(tokens)) return { class: 'fragment' }
  if (INSTRUCTION.test(level)) return { class: 'address' }
  if (ADDRESS.test(level.replace(/"[^"]*"/g, ''))) return { class: 'address' }
  if (OPINION.test(level)) return { class: 'opinion' }
  if (SUPERSEDED.test(level) || supersededByNext(level, nextLevel)) return { class: 'superseded' }
  if (HYPOTHETICAL.test(level)) return { class: 'hypothetical' }
  if (
    PLAN.test(level) ||
    (/\bwill\b/.test(level) &&
      tokens.some((token, i) => i > 0 && (token.pos === 'PROPN' || /^(?:19|20)\d\d$/.test(token.text))))
  )
    return { class: 'plan' }
  if (isNegated(level, tokens, clause)) return { class: 'negated' }
  const attribution = attributionOf(level, tokens)
  if (attribution) return { class: 'attributed', attribution }
  return { class: 'assertion' }
}

/** A figure that the next sentence corrects. */
const supersededByNext = (level: string, next: string): boolean =>
  /\d/.test(level) &&
  /\d/.test(next) &&
  /^(?:Later|However, (?:later|recent|newer|modern)|More recent|Newer|Recent|Modern|Revised|Subsequent|In fact|Today'?s? (?:figure|estimate)|The (?:correct|revised|current|true) )/.test(
    next,
  )
