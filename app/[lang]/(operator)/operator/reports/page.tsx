import { page } from '#app/_words/words.tsx'
import { openReports, type ReportedQuestion, type ReportedSet } from '#lib/server/reports.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../../_parts/as-operator.ts'
import { Doing } from '../../_parts/doing.tsx'
import { OperatorFrame } from '../../_parts/frame.tsx'
import { closeReportsAction, withholdAction } from '../actions.ts'

export const generateMetadata = titledForOperator('operator.reports')

const OF_SET = {
  copied: 'operator.saidCopied',
  harmful: 'operator.saidHarmful',
  personal: 'operator.saidPersonal',
  other: 'operator.saidOther',
} as const
const OF_QUESTION = {
  'should-count': 'operator.saidCounts',
  'wrong-answer': 'operator.saidWrong',
  'not-cited': 'operator.saidNotCited',
  unclear: 'operator.saidUnclear',
  other: 'operator.saidOther',
} as const

const noted = (words: string, note: string | null): string => (note ? `${words} (“${note}”)` : words)

const closing = (name: string, hint: string, about: 'set' | 'question', id: string) => (
  <Doing
    key={`${about} ${id}`}
    {...{ name, hint }}
    ask={t('operator.closeAsk')}
    button={t('operator.close')}
    done={t('operator.closed')}
    action={closeReportsAction}
    sent={{ about, id }}
  />
)

const OfSet = ({ set: { setId, title, owner, takenDown, said } }: { set: ReportedSet }) => {
  const hint = [
    ...(owner === null ? [] : [t('operator.setOf', { name: owner })]),
    ...said.map(({ reason, note }) => noted(t(OF_SET[reason]), note)),
  ].join(' · ')
  return (
    <>
      {takenDown ? null : (
        <Doing
          name={title}
          hint={hint}
          ask={t('operator.takeDownAsk')}
          button={t('operator.takeDown')}
          done={t('operator.takenDownNow')}
          action={withholdAction}
          sent={{ setId, withheld: 'yes' }}
        />
      )}
      {closing(takenDown ? title : t('operator.closeSet', { title }), takenDown ? hint : '', 'set', setId)}
    </>
  )
}

const OfQuestion = ({ question: { questionId, stem, key, said } }: { question: ReportedQuestion }) => {
  const what = said.map(({ reason, note }) => noted(t(OF_QUESTION[reason]), note))
  return closing(stem, [key, ...what].join(' · '), 'question', questionId)
}

const ReportsPage = async () => {
  const { sets, questions } = await asOperator(openReports)
  return (
    <OperatorFrame title={t('operator.reports')} back="/operator">
      {sets.length + questions.length === 0 ? <p className="muted">{t('operator.noReports')}</p> : null}
      {sets.length > 0 ? (
        <section>
          <h2 className="head">{t('operator.sets')}</h2>
          <ul className="list">
            {sets.map((set) => (
              <OfSet key={set.setId} set={set} />
            ))}
          </ul>
        </section>
      ) : null}
      {questions.length > 0 ? (
        <section>
          <h2 className="head">{t('operator.shippedQuestions')}</h2>
          <ul className="list">
            {questions.map((question) => (
              <OfQuestion key={question.questionId} question={question} />
            ))}
          </ul>
        </section>
      ) : null}
    </OperatorFrame>
  )
}
export default page(['account'], ReportsPage)
