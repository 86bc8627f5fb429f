import type { Rating } from '#lib/log/index.ts'
import type { SessionState } from '#lib/session/index.ts'
import { FORM_ID } from './asking.tsx'
import type { Outcome } from './outcome.ts'
import { Rates } from './parts/rates.tsx'
import { VerdictLine } from './parts/verdict.tsx'
import type { Asked } from './question.ts'
import { t } from './words.ts'

type Acts = {
  answer: (given: string | string[]) => void
  check: () => void
  reveal: () => void
  turnOver: () => void
  rate: (rating: Rating) => void
  next: () => void
  override: () => void
}

type Props = {
  asked: Asked
  phase: SessionState['phase']
  outcome: Outcome | null
  buttons: 2 | 4
  intervals: Record<Rating, string> | null
  /** Whether what has been put together can be checked. */
  ready: boolean
  on: Acts
}

const Continue = ({ outcome, next, override }: { outcome: Outcome } & Pick<Acts, 'next' | 'override'>) => (
  <>
    <VerdictLine outcome={outcome.kind} words={outcome.words} after={outcome.after} />
    <div className={outcome.overrule ? 'two' : ''}>
      {outcome.overrule ? (
        <button type="button" className="btn btn-line" onClick={override}>
          {outcome.overrule}
        </button>
      ) : null}
      <button type="button" className="btn btn-primary wide" onClick={next}>
        {t('study.continue')} <kbd>↵</kbd>
      </button>
    </div>
  </>
)

const Check = ({ asked, ready, on }: Pick<Props, 'asked' | 'ready' | 'on'>) => {
  const { form } = asked.question
  const arranged = form === 'order' || form === 'match'
  return (
    <>
      {arranged ? (
        <button type="button" className="btn btn-primary wide" disabled={!ready} onClick={on.check}>
          {t('study.check')}
        </button>
      ) : (
        <button type="submit" form={FORM_ID} className="btn btn-primary wide" disabled={!ready}>
          {t('study.check')}
        </button>
      )}
      <div className="ways-on">
        {arranged ? null : (
          <button type="button" className="btn btn-quiet btn-small" onClick={on.turnOver}>
            {t('study.showAnswer')}
          </button>
        )}
        <button type="button" className="btn btn-quiet btn-small" onClick={() => on.answer(arranged ? [] : '')}>
          {t('study.dontKnow')}
        </button>
      </div>
    </>
  )
}

const Open = ({ asked, ready, on }: Pick<Props, 'asked' | 'ready' | 'on'>) => {
  const { form } = asked.question
  if (asked.item.mode === 'flip')
    return (
      <button type="button" className="btn btn-primary wide" onClick={on.reveal}>
        {t('study.showAnswer')} <kbd>↵</kbd>
      </button>
    )
  if (form === 'choice' || form === 'true-false')
    return (
      <button type="button" className="btn btn-quiet wide" onClick={() => on.answer('')}>
        {t('study.dontKnow')}
      </button>
    )
  return <Check asked={asked} ready={ready} on={on} />
}

/** The lower edge, in thumb reach: what to press now, always at the same place. */
export const Foot = ({ asked, phase, outcome, buttons, intervals, ready, on }: Props) => (
  <footer className="study-foot">
    {phase === 'revealed' ? (
      <Rates buttons={buttons} intervals={intervals} rate={on.rate} />
    ) : outcome ? (
      <Continue outcome={outcome} next={on.next} override={on.override} />
    ) : (
      <Open asked={asked} ready={ready} on={on} />
    )}
  </footer>
)
