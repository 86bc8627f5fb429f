import { MS_PER_DAY } from '#lib/base/index.ts'
import { clipGiven, type ReviewEntry } from '#lib/log/index.ts'
import type { Pack, PackQuestion } from './pack.ts'
import { findQuestion } from './questions.ts'
import type { Answered, SessionState } from './reducer.ts'
import type { SessionItem } from './types.ts'

/** Where and when an entry is made. */
export type EntryStamp = { deviceId: string; seq: number; tzOffsetMin: number }

/** The question of an item, out of its pack; for a row without questions, one side for the other. Null: not there. */
export const questionOf = (pack: Pack, item: SessionItem): PackQuestion | null => findQuestion(pack, item.questionId)

/** The log entry of an answer. Its id is the answer's `entryId`; versions are those of the pack that was shown. */
export const entryOf = (
  answer: Answered,
  pack: Pack,
  context: SessionState['context'],
  { deviceId, seq, tzOffsetMin }: EntryStamp,
): ReviewEntry => {
  const { item } = answer
  const versionOf = (factId: string) => pack.facts.find((fact) => fact.id === factId)?.version ?? 1
  return {
    v: 1,
    id: answer.entryId,
    deviceId,
    seq,
    at: answer.at,
    tzOffsetMin,
    kind: 'review',
    grades: answer.ratings.map(({ factId, rating }) => ({
      factId,
      factVersion: versionOf(factId),
      direction: item.direction,
      rating,
    })),
    questionId: item.questionId,
    questionVersion: questionOf(pack, item)?.version ?? 1,
    form: item.form,
    mode: item.mode,
    given: clipGiven(answer.given),
    auto: answer.auto,
    overridden: answer.overridden,
    hints: answer.hints,
    durationMs: Math.min(MS_PER_DAY, Math.round(answer.durationMs)),
    context,
  }
}
