import { useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { cardKey, isSlipping } from '#lib/log/index.ts'
import { t } from '#words'
import type { Asked } from '../question.ts'

/** What can be done with the card in hand besides answering it: put off, or set aside; the more so where it keeps slipping. */
export const CardWays = ({ asked: { item, facts } }: { asked: Asked }) => {
  const { cards, store } = useLearner()
  const [done, setDone] = useState<{ said: string; entry: string } | null>(null)
  const [fact] = facts
  if (!fact || facts.length > 1 || !store) return null
  const change = async (kind: 'bury' | 'suspend') => {
    const { id } = await store.append({ kind, factId: fact.id, direction: item.direction })
    setDone({ said: t(kind === 'bury' ? 'study.putOffDone' : 'study.setAsideDone'), entry: id })
  }
  const undo = async () => {
    if (done) await store.append({ kind: 'undo', target: done.entry })
    setDone(null)
  }
  return (
    <div className="card-ways">
      {isSlipping(cards.get(cardKey(fact.id, item.direction))) && !done ? (
        <p className="note">{t('study.slipping')}</p>
      ) : null}
      <p className="label" role="status">
        {done?.said}
      </p>
      {done ? (
        <button type="button" className="btn btn-quiet btn-small" onClick={undo}>
          {t('study.cardUndo')}
        </button>
      ) : (
        <>
          <button type="button" className="btn btn-quiet btn-small" onClick={() => change('bury')}>
            {t('study.putOff')}
          </button>
          <button type="button" className="btn btn-quiet btn-small" onClick={() => change('suspend')}>
            {t('study.setAside')}
          </button>
        </>
      )}
    </div>
  )
}
