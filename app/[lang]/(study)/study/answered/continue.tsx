import type { ReactNode } from 'react'
import { t } from '#words'
import type { Outcome } from './outcome.ts'
import { VerdictLine } from './verdict.tsx'

/** The verdict and the way on; where there is something to argue about, the verdict can be turned round. */
export const Continue = ({
  outcome,
  next,
  override,
  children,
}: {
  outcome: Outcome
  next: () => void
  override: () => void
  children: ReactNode
}) => (
  <>
    <VerdictLine outcome={outcome.kind} words={outcome.words} after={outcome.after} />
    {children}
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
