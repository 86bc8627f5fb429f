import { useCallback, useMemo, useState } from 'react'
import {
  acceptBest,
  before,
  type DeskFact,
  type DeskQuestion,
  isIn,
  type Judgement,
  judged,
  nextToJudge,
  type Reason,
  type State,
  type Verdict,
} from '#lib/desk/index.ts'
import { t } from '#words'
import { askAction, closeFlagsAction } from '../actions.ts'
import { type Saving, useSaving } from './saving.ts'

export type DeskState = {
  readonly facts: readonly DeskFact[]
  readonly current: DeskFact | null
  /** A sentence in hand of which nothing was asked, by its id. */
  readonly skipped: string | null
  readonly state: State
  readonly saving: Saving
  /** What was done last, for those who do not see it. */
  readonly said: string
  readonly canUndo: boolean
  readonly select: (id: string) => void
  readonly selectSkipped: (id: string) => void
  readonly step: (by: 1 | -1) => void
  readonly show: (state: State) => void
  readonly decide: (verdict: Verdict | null, reason?: Reason) => void
  readonly acceptAll: () => void
  readonly undo: () => void
  readonly setAsked: (question: DeskQuestion, asked: boolean) => void
  readonly closeFlags: (question: DeskQuestion) => void
  readonly replace: (facts: readonly DeskFact[], current?: string) => void
}

/** What one undo takes back, and where the eye was. */
type Done = { readonly undo: readonly Judgement[]; readonly at: string | null }

export const useDesk = (setId: string, given: readonly DeskFact[], first: string | null): DeskState => {
  const [facts, setFacts] = useState(given)
  const [state, setState] = useState<State>('all')
  const [at, setAt] = useState<string | null>(() => first ?? (nextToJudge(given, 'all', null) ?? given[0])?.id ?? null)
  const [skipped, setSkipped] = useState<string | null>(null)
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState('')
  const { saving, save } = useSaving(setId)
  const current = useMemo(() => facts.find(({ id }) => id === at) ?? null, [facts, at])

  const select = useCallback((id: string | null) => {
    setSkipped(null)
    setAt(id)
  }, [])
  const apply = (judgements: readonly Judgement[], words: string) => {
    if (judgements.length === 0) return facts
    const now = judged(facts, judgements)
    setDone([...done, { undo: before(facts, judgements), at }])
    setFacts(now)
    setSaid(words)
    save(judgements)
    return now
  }

  const decide = (verdict: Verdict | null, reason?: Reason) => {
    if (!current) return
    const words = verdict === 'accepted' ? 'desk.accepted' : verdict === 'rejected' ? 'desk.rejected' : 'desk.open'
    const now = apply(
      [{ factId: current.id, verdict, reason: reason ?? null }],
      t('desk.factIn', { number: current.number, state: t(words) }),
    )
    if (verdict !== null) select(nextToJudge(now, state, current.id)?.id ?? null)
  }

  /** Shows a change of a question at once, and takes it back where the server does not take it. */
  const changeQuestion = (question: DeskQuestion, change: Partial<DeskQuestion>, sent: Promise<{ ok: boolean }>) => {
    const put = (value: DeskQuestion) =>
      setFacts((all) =>
        all.map((fact) => ({ ...fact, questions: fact.questions.map((one) => (one.id === value.id ? value : one)) })),
      )
    put({ ...question, ...change })
    sent
      .catch(() => null)
      .then((outcome) => {
        if (outcome?.ok) return
        put(question)
        setSaid(t('common.noConnection'))
      })
  }

  return {
    ...{ facts, current, skipped, state, saving, said },
    canUndo: done.length > 0,
    select,
    selectSkipped: setSkipped,
    step: (by) => {
      const shown = facts.filter((fact) => isIn(state, fact) || fact.id === at)
      const place = shown.findIndex(({ id }) => id === at)
      const next = shown[place < 0 ? 0 : place + by]
      if (next) select(next.id)
    },
    show: (to) => {
      setState(to)
      if (current && isIn(to, current)) return
      select((nextToJudge(facts, to, null) ?? facts.find((fact) => isIn(to, fact)))?.id ?? null)
    },
    decide,
    acceptAll: () => {
      const best = acceptBest(facts)
      const now = apply(best, t('desk.acceptedAll', { n: best.length }))
      select(nextToJudge(now, state, null)?.id ?? null)
    },
    undo: () => {
      const last = done.at(-1)
      if (!last) return
      setDone(done.slice(0, -1))
      setFacts(judged(facts, last.undo))
      save(last.undo)
      select(last.at)
      setSaid(t('desk.undone'))
    },
    setAsked: (question, asked) =>
      changeQuestion(question, { asked }, askAction({ setId, questionId: question.id, asked })),
    closeFlags: (question) =>
      changeQuestion(question, { flags: [] }, closeFlagsAction({ setId, questionId: question.id })),
    replace: (now, to) => {
      setFacts(now)
      if (to !== undefined) select(to)
    },
  }
}
