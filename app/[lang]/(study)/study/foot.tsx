import { t } from '#words'
import { FORM_ID } from './asking.tsx'
import type { Asked } from './question.ts'

type Acts = {
  answer: (given: string | string[]) => void
  check: () => void
  reveal: () => void
  turnOver: () => void
}

type Props = {
  asked: Asked
  /** Whether what has been put together can be checked. */
  ready: boolean
  on: Acts
}

const Check = ({ asked, ready, on }: Props) => {
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

/** The lower edge while a question is open, in thumb reach: the one way to answer it, and the ways round. */
export const AskingFoot = ({ asked, ready, on }: Props) => {
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
