import type { Draft, Surroundings } from '../draft.ts'
import {
  abbreviationLeak,
  answerLeak,
  articleCue,
  contextLeak,
  oneKey,
  unstatedGranularity,
  vagueAnswer,
} from './answer.ts'
import type { Lint, SetLint } from './lint.ts'
import {
  distractorChronology,
  distractorInSource,
  distractorReason,
  distractorTrueElsewhere,
  optionArticle,
  optionGranularity,
  optionLength,
  optionNameForm,
  optionsDistinct,
  optionType,
} from './options.ts'
import { falseOneSlot, keyPosition, keyStandsOut, matchBijection, orderDates, trueFalseBalance } from './sets.ts'
import { answerInQuote, spanExact } from './span.ts'
import {
  danglingDefinite,
  oneBlank,
  openPronoun,
  pointsOutside,
  stemCase,
  stemClauses,
  stemLength,
  stemQuotes,
} from './stem.ts'

/** Every check of a single question, by the name that it leaves in `lints`. */
export const lints: Readonly<Record<string, Lint>> = {
  'span-exact': spanExact,
  'answer-in-quote': answerInQuote,
  'answer-leak': answerLeak,
  'context-leak': contextLeak,
  'abbreviation-leak': abbreviationLeak,
  'one-key': oneKey,
  'vague-answer': vagueAnswer,
  'unstated-granularity': unstatedGranularity,
  'article-cue': articleCue,
  'stem-length': stemLength,
  'stem-quotes': stemQuotes,
  'stem-case': stemCase,
  'stem-clauses': stemClauses,
  'one-blank': oneBlank,
  'points-outside': pointsOutside,
  'open-pronoun': openPronoun,
  'dangling-definite': danglingDefinite,
  'options-distinct': optionsDistinct,
  'option-type': optionType,
  'option-article': optionArticle,
  'option-granularity': optionGranularity,
  'option-name-form': optionNameForm,
  'option-length': optionLength,
  'distractor-in-source': distractorInSource,
  'distractor-true-elsewhere': distractorTrueElsewhere,
  'distractor-reason': distractorReason,
  'distractor-chronology': distractorChronology,
  'false-one-slot': falseOneSlot,
  'order-dates': orderDates,
  'match-bijection': matchBijection,
}

/** Checks of all questions of a document together. */
export const setLints: Readonly<Record<string, SetLint>> = {
  'true-false-balance': trueFalseBalance,
  'key-stands-out': keyStandsOut,
  'key-position': keyPosition,
}

/** Names of the checks that a question fails. */
export const failedLints = (draft: Draft, around: Surroundings): string[] =>
  Object.keys(lints).filter((name) => lints[name]?.(draft, around))
