import { page } from '#app/_words/words.tsx'
import { type SharedSet, sharedSets } from '#lib/server/withheld.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../../_parts/as-operator.ts'
import { Doing } from '../../_parts/doing.tsx'
import { OperatorFrame } from '../../_parts/frame.tsx'
import { Pages } from '../../_parts/pages.tsx'
import { queryOf, valueIn, type WithQuery } from '../../_parts/query.ts'
import { withholdAction } from '../actions.ts'

export const generateMetadata = titledForOperator('operator.sets')

const HERE = '/operator/sets'

const Shared = ({ set: { id, title, owner, learners, takenDownAt } }: { set: SharedSet }) => {
  const down = takenDownAt !== null
  const hint = [
    ...(down ? [t('operator.takenDown')] : []),
    ...(owner === null ? [] : [t('operator.setOf', { name: owner })]),
    t('operator.learners', { n: learners }),
  ].join(' · ')
  return (
    <Doing
      name={title}
      hint={hint}
      ask={down ? t('operator.giveBackAsk') : t('operator.takeDownAsk')}
      button={down ? t('operator.giveBack') : t('operator.takeDown')}
      done={down ? t('operator.givenBack') : t('operator.takenDownNow')}
      action={withholdAction}
      sent={{ setId: id, withheld: down ? 'no' : 'yes' }}
    />
  )
}

const SetsPage = async ({ searchParams }: WithQuery) => {
  const after = valueIn(await searchParams, 'after')
  const { sets, more } = await asOperator((viewer) => sharedSets(viewer, after ? { after } : {}))
  return (
    <OperatorFrame title={t('operator.sets')} back="/operator">
      {sets.length === 0 ? <p className="muted">{t('operator.noSets')}</p> : null}
      <ul className="list">
        {sets.map((set) => (
          <Shared key={set.id} set={set} />
        ))}
      </ul>
      <Pages older={more ? HERE + queryOf({ after: sets.at(-1)?.id }) : null} newest={after ? HERE : null} />
    </OperatorFrame>
  )
}
export default page(['account'], SetsPage)
