import type { Marking } from '#lib/answers/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { type CardState, cardKey, type Rating } from '#lib/log/index.ts'
import { preview } from '#lib/scheduling/index.ts'
import type { Answered, SessionState } from '#lib/session/index.ts'
import { t } from '#words'
import type { Asked } from '../question.ts'
import { answerText } from './cite.ts'
import type { Outcome as Kind } from './verdict.tsx'
import { comesBack, intervalLabel, isAfterExam, type StudyToday } from './when.ts'

export type Outcome = {
  kind: Kind
  words: string
  /** When it comes back: a missed fact in this session, others by their schedule, which practice does not move (null). */
  after: string | null
  /** What turning the verdict round is called; null where there is nothing to argue about. */
  overrule: string | null
}

const isBlank = (given: string | string[]): boolean => (Array.isArray(given) ? given.length === 0 : given.trim() === '')

const kindOf = ({ given, auto, overridden, nearly }: Answered): Kind => {
  const right = (auto === 'right') !== overridden
  if (right) return nearly ? 'nearly' : 'right'
  return isBlank(given) ? 'unknown' : 'wrong'
}

const wordsOf = (kind: Kind, overridden: boolean): string => {
  if (overridden) return t(kind === 'wrong' ? 'study.countedWrong' : 'study.countedRight')
  return t(`study.${kind}`)
}

const overruleOf = ({ question }: Asked, kind: Kind): string | null => {
  const tapped = question.form === 'choice' || question.form === 'true-false'
  if (tapped || kind === 'unknown') return null
  return t(kind === 'wrong' ? 'study.wasRight' : 'study.markWrong')
}

const MISSED: Rating = 1

const nextDue = ({ facts, item }: Asked, { cards }: Pick<Learner, 'cards'>): number | null => {
  const dues = facts.map((fact) => cards.get(cardKey(fact.id, item.direction))?.due).filter((due) => due !== undefined)
  return dues.length > 0 ? Math.min(...dues) : null
}

const afterOf = (
  asked: Asked,
  { ratings }: Answered,
  learner: Pick<Learner, 'cards'>,
  today: StudyToday,
  practice: boolean,
) => {
  if (ratings.some(({ rating }) => rating === MISSED)) return t('study.comesAgain')
  const due = practice ? null : nextDue(asked, learner)
  if (due === null) return null
  const examFirst = asked.facts.some(({ id }) => isAfterExam(cardKey(id, asked.item.direction), due, today))
  return t('study.comesBack', { when: examFirst ? t('study.beforeExam') : comesBack(due, today) })
}

/** The verdict in words, for an answer that is in the log. */
export const outcomeOf = (
  asked: Asked,
  answered: Answered,
  marking: Marking | null,
  learner: Pick<Learner, 'cards'>,
  today: StudyToday,
  context: SessionState['context'],
): Outcome => {
  const kind = kindOf({ ...answered, nearly: answered.nearly || (marking?.nearly ?? false) })
  return {
    kind,
    words: wordsOf(kind, answered.overridden),
    after: afterOf(asked, answered, learner, today, context === 'practice'),
    overrule: overruleOf(asked, kind),
  }
}

/** What is read out when an answer shows: the verdict, the answer, and when it comes back. */
export const announcementOf = ({ question }: Asked, outcome: Outcome | null): string => {
  const answer = t('study.itSays', { answer: answerText(question) })
  return [outcome ? `${outcome.words}.` : '', answer, outcome?.after ? `${outcome.after}.` : '']
    .filter(Boolean)
    .join(' ')
}

/** What stands on the rating buttons; null in practice. `before`: the card as it was, where an answer has moved it since. */
export const intervalsOf = (
  { facts, item }: Asked,
  { cards, settings }: Pick<Learner, 'cards' | 'settings'>,
  today: StudyToday,
  context: SessionState['context'],
  before?: CardState | null,
): Record<Rating, string> | null => {
  const fact = facts[0]
  if (context === 'practice' || !fact) return null
  const { desiredRetention, rolloverHour } = settings
  const { now, tzOffsetMin } = today
  const key = cardKey(fact.id, item.direction)
  const card = before === undefined ? (cards.get(key) ?? null) : before
  const next = preview(card, now, { desiredRetention, tzOffsetMin, rolloverHour })
  const label = (rating: Rating) => {
    const { due } = next[rating]
    return isAfterExam(key, due, today) ? t('study.byExam') : intervalLabel(due, today)
  }
  return { 1: label(1), 2: label(2), 3: label(3), 4: label(4) }
}
