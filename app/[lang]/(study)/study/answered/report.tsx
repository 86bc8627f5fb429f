import { useEffect, useRef, useState } from 'react'
import { report, sendFlags } from '#lib/client/index.ts'
import type { PackQuestion } from '#lib/session/index.ts'
import { t } from '#words'
import type { Asked } from '../question.ts'

const REASONS = {
  'wrong-answer': 'study.reportWrong',
  'not-cited': 'study.reportNotCited',
  unclear: 'study.reportUnclear',
  other: 'study.reportOther',
} as const

/**
 * Offers its owner an answer that was marked wrong and that the learner holds to be right. It counts for the learner at once,
 * whatever becomes of that.
 */
export const offerAnswer = ({ question }: Asked, given: string | string[]): void => {
  const note = typeof given === 'string' ? given.trim() : ''
  if (note === '' || question.form === 'choice' || question.form === 'true-false' || isOfRow(question)) return
  void report({ questionId: question.id, version: question.version, reason: 'should-count', note: note.slice(0, 200) })
}

/** A row asks by itself: its owner wrote the very words. */
const isOfRow = ({ id, factIds }: PackQuestion): boolean => factIds.some((factId) => id.startsWith(`${factId}:`))

/** Where a learner says that a question is wrong. */
export const Report = ({ question }: { question: PackQuestion }) => {
  const place = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => {
    void sendFlags()
  }, [])
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'end' })
  }, [open])
  if (isOfRow(question)) return null
  const send = async (reason: keyof typeof REASONS) => {
    setOpen(false)
    const arrived = await report({ questionId: question.id, version: question.version, reason })
    setSaid(t(arrived ? 'study.reported' : 'study.reportLater'))
  }
  return (
    <div className="report" ref={place}>
      {open ? (
        <fieldset>
          <legend className="label">{t('study.reportWhat')}</legend>
          {(Object.keys(REASONS) as (keyof typeof REASONS)[]).map((reason) => (
            <button key={reason} type="button" className="btn btn-line btn-small" onClick={() => send(reason)}>
              {t(REASONS[reason])}
            </button>
          ))}
        </fieldset>
      ) : said === '' ? (
        <button type="button" className="btn btn-quiet btn-small" onClick={() => setOpen(true)}>
          {t('study.report')}
        </button>
      ) : null}
      <p className="label" role="status">
        {said}
      </p>
    </div>
  )
}
