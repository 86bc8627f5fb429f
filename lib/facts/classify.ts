import { isChrome } from '#lib/source/index.ts'
import type { Clause } from './grammar.ts'
import { reportingVerbs } from './lexicon/verbs.ts'
import type { SentenceClass, Token } from './types.ts'

export type Classified = { class: SentenceClass; attribution?: string }

const OPINION =
  /(?:^|, )(?:clearly|obviously|interestingly|surprisingly|happily|importantly)\b|\b(?:unfortunately|fortunately|regrettabl[ey]|remarkabl[ey]|amazing(?:ly)?|impressive|beautiful|wonderful|terrible|awful|sadly|arguably|undoubtedly|of course|needless to say|in my (?:view|opinion)|best-loved|stunning|fascinating|disappointing|unjustified|unacceptable|foolish|brilliant|genius|great(?:est)? (?:achievement|mistake)|should (?:not )?(?:be|have)|ought to|deserves?|it is (?:important|worth|easy|hard|difficult|tempting|fair|no wonder|likely|unlikely|possible that|clear|essential|vital|true)|important(?:ly)?\b.{0,20}\bto note|well worth|must-see|favou?rite|nail in the coffin|vapid(?:ly)?)\b/i
const HYPOTHETICAL =
  /\b(?:might|perhaps|maybe|possibly|presumably|probably|supposedly|imagine|suppose|as if|if only|what if|hypothetical(?:ly)?|speculat(?:e|ed|ion)|rumou?red|legend (?:has|says|tells|holds)|according to (?:legend|tradition)|is thought to|are thought to|is believed to|are believed to|were believed to|was believed to|was thought to|were thought to|it is (?:thought|believed|said)|reportedly|allegedly|apparently|seem(?:s|ed)?|appear(?:s|ed)? to)\b/i
const PLAN =
  /\b(?:(?:ha(?:s|ve|d)|there (?:are|were)|of|with) plans to|(?<!\b(?:the|an?|bold|new|secret|his|her|its|their) )plans? to|planned to|planning to|intends? to|(?<!(?:was|were|is|are) (?:\w+ly )?)intended to|hopes? to|hoped to|is expected to|are expected to|was expected to|were expected to|expects? to|scheduled (?:for|to)|is due to|was due to|is set to|proposes? to|in the (?:near |distant )?future(?=[,.;]|$)|by 20[3-9]\d|going to|was to have|were to have)\b/
const SUPERSEDED =
  /\b(?:once (?:thought|believed|considered|estimated)|previously (?:thought|believed|estimated|reported)|older (?:sources|estimates|textbooks|books)|earlier (?:estimates|sources|reports|figures|accounts)|(?:was|were) long (?:thought|believed)|first (?:thought|believed|estimated)|until recently|outdated|initial (?:estimate|report|figure)s?|preliminary (?:estimate|report|figure|result)s?|had (?:first )?been estimated|later (?:revised|corrected))\b/i
/** Of a number these say that another holds now; of anything else they only tell its history. */
const EARLIER =
  /\b(?:originally|initially|at first|formerly|used to be|no longer|obsolete|first (?:reported|announced)|preliminary)\b/i
const ADDRESS = /\b(?:I|I'm|I've|me|[Mm]y|[Ww]e|[Ww]e're|[Ww]e've|us|[Oo]urs?|[Yy]ou|[Yy]ou're|[Yy]ours?|[Ll]et's)\b/
/** What is everyone's: "our planet" speaks of the world, not to the reader. */
const SHARED =
  /\b[Oo]ur (?:own |home )?(?:planet|solar system|galaxy|milky way|sun|moon|earth|world|universe|atmosphere|oceans?|bod(?:y|ies)|brains?|bones?|skin|eyes?|ears?|blood|cells?|muscles?|lungs?|stomachs?|genes?|DNA|species|ancestors|environment|climate|skies|biochemistry|evolution|night sky)\b/gi
const GIVEN =
  /\b(?:to|for|around|between|from|of|with|above|about|upon|gives?|gave|tells?|allows?|allowed|helps?|enables?|shows?) us\b/g
/** "what we call the soil", "the air we breathe": anyone, not the author. */
const PERCEIVED = /^(?:call|see|observe|breathe|eat|use|live|experience|hear|feel|perceive|measure|drink)$/

const isAddress = (level: string, tokens: Token[]): boolean => {
  let bare = level
    .replace(/"[^"]*"/g, '')
    .replace(SHARED, '')
    .replace(GIVEN, '')
  tokens.forEach((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    if (token.text !== 'we' || !before || !PERCEIVED.test(after?.lower ?? '')) return
    if (before.pos === 'NOUN' || /^(?:what|that|which)$/.test(before.lower)) bare = bare.replace(/\bwe\b/, '')
  })
  return ADDRESS.test(bare)
}

/** "would have meant": what did not happen, or may not have. */
const isUnreal = (tokens: Token[]): boolean =>
  tokens.some((token, i) => {
    if (token.lower !== 'have' || !/^(?:would|could|may|might|should|must)$/.test(tokens[i - 1]?.lower ?? ''))
      return false
    const verb = tokens.slice(i + 1, i + 4).find((other) => other.pos !== 'ADV' && other.lower !== 'not')
    return verb !== undefined && /^(?:VERB|AUX)$/.test(verb.pos)
  })

/** Whether a sentence has a number that is no year. */
const counts = (tokens: Token[]): boolean =>
  tokens.some((token) => token.pos === 'NUM' && !/^(?:1\d{3}|20\d\d|one)$/.test(token.lower))

const NEGATED_MAIN =
  /\b(?:did|does|do|was|were|is|are|has|have|had|can|could|will|would|may|must|shall|should)(?: also| still| yet| even)? (?:not|never)\b|n't\b|\b(?:never|neither|nor|cannot|failed to|unable to)\b|^(?:No|None|Neither|Nothing|Nobody|Not)\b/
const NEGATION_HARMLESS = /\bnot (?:until|only|just|merely|least)\b/i

/** "There are three types of election:" before a list. */
const COUNTED_LIST = /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) [^:]{3,60}:$/
const ADDRESS_OF_PAGE = /https?:\/\/|\bwww\.\w/i
/** "In the formula bar, use …": told to do it, after where. */
const TOLD_THERE =
  /^(?:In|On|From|At|Under|Using|With|Within|To|For|After|Once|When|If) [^,]{3,70}, (?:use|click|select|choose|open|press|type|enter|go|drag|add|make|set|find|insert|check|right-click|double-click|highlight|notice|navigate|place|try|consider|write|call|run|create|change|hold|scroll) /
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
  return tokens.slice(clause.verbFrom, clause.verb + 2).some((token) => DENIAL.test(token.lower))
}

/** What kind of statement a sentence makes; only assertions, definitions and attributed claims can make facts. */
export const classify = (level: string, tokens: Token[], clause: Clause | null, nextLevel: string): Classified => {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length
  if (isChrome(level) || ADDRESS_OF_PAGE.test(level)) return { class: 'boilerplate' }
  if (WORDLESS.test(level) || words < 4 || /\p{Ll}{2}\.\p{Lu}/u.test(level)) return { class: 'fragment' }
  if (/\?["')\]]*$/.test(level)) return { class: 'question' }
  if (/!["')\]]*$/.test(level)) return { class: 'opinion' }
  if (!/[.!?:;"')\]]$/.test(level) && words < 7) return { class: 'fragment' }
  if ((/:$/.test(level) && !COUNTED_LIST.test(level)) || /^(?:\p{Ll}|Wh(?:ich|ose|om)\b)/u.test(level))
    return { class: 'fragment' }
  if ((level.match(/"/g)?.length ?? 0) % 2 === 1) return { class: 'quote' }
  if (quotedShare(level) > 0.35) return { class: 'quote' }
  if (!hasFiniteVerb(tokens)) return { class: 'fragment' }
  if (INSTRUCTION.test(level) || TOLD_THERE.test(level)) return { class: 'address' }
  if (isAddress(level, tokens)) return { class: 'address' }
  if (OPINION.test(level)) return { class: 'opinion' }
  if (SUPERSEDED.test(level) || (EARLIER.test(level) && counts(tokens)) || supersededByNext(level, nextLevel))
    return { class: 'superseded' }
  if (HYPOTHETICAL.test(level) || isUnreal(tokens)) return { class: 'hypothetical' }
  if (
    PLAN.test(level) ||
    (/\bwill\b/.test(level) &&
      tokens.some(
        (token, i) => i > 0 && (/^\p{Lu}\p{Ll}{2,}$/u.test(token.text) || /^(?:19|20)\d\d$/.test(token.text)),
      ))
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
