import { t } from '#words'
import { OpeningRow } from '../../../../(account)/settings/row.tsx'
import { Doing } from '../../../_parts/doing.tsx'
import { MakeLink } from '../../../_parts/make-link.tsx'
import {
  endSessionsForAction,
  makeOperatorAction,
  readmitAction,
  resetLinkAction,
  suspendAction,
  unmakeOperatorAction,
} from '../../actions.ts'

type Whom = { readonly userId: string; readonly name: string }

export const Reset = ({ userId, name }: Whom) => (
  <OpeningRow name={t('operator.reset')} hint={t('operator.resetHint')}>
    <div className="stack">
      <p>{t('operator.resetAsk', { name })}</p>
      <MakeLink
        action={resetLinkAction}
        sent={{ userId }}
        words={{ make: t('operator.resetMake'), again: t('operator.inviteAgain') }}
      />
    </div>
  </OpeningRow>
)

export const EndSessions = ({ userId, name, sessions }: Whom & { sessions: number }) => (
  <Doing
    name={t('operator.endSessions')}
    hint={sessions === 0 ? t('operator.notSignedIn') : t('operator.endSessionsHint', { n: sessions })}
    ask={t('operator.endSessionsAsk', { name })}
    button={t('operator.endSessions')}
    done={t('operator.endSessionsDone')}
    action={endSessionsForAction}
    sent={{ userId }}
  />
)

/** Keeping somebody out, or letting them in again. */
export const Keeping = ({ userId, name, suspended }: Whom & { suspended: boolean }) =>
  suspended ? (
    <Doing
      name={t('operator.readmit')}
      hint={t('operator.readmitHint')}
      ask={t('operator.readmitAsk', { name })}
      button={t('operator.readmitDo', { name })}
      done={t('operator.readmitDone')}
      action={readmitAction}
      sent={{ userId }}
    />
  ) : (
    <Doing
      name={t('operator.suspend')}
      hint={t('operator.suspendHint')}
      ask={t('operator.suspendAsk', { name })}
      button={t('operator.suspendDo', { name })}
      done={t('operator.suspendDone')}
      action={suspendAction}
      sent={{ userId }}
    />
  )

/** Making somebody an operator, or a learner again. */
export const Appointing = ({ userId, name, operator, self }: Whom & { operator: boolean; self: boolean }) =>
  operator ? (
    <Doing
      name={t('operator.unappoint')}
      hint={t('operator.unappointHint')}
      ask={self ? t('operator.unappointSelfAsk') : t('operator.unappointAsk', { name })}
      button={t('operator.unappointDo')}
      done={t('operator.unappointDone')}
      action={unmakeOperatorAction}
      sent={{ userId }}
    />
  ) : (
    <Doing
      name={t('operator.appoint')}
      hint={t('operator.appointHint')}
      ask={t('operator.appointAsk', { name })}
      button={t('operator.appointDo', { name })}
      done={t('operator.appointDone')}
      action={makeOperatorAction}
      sent={{ userId }}
    />
  )
