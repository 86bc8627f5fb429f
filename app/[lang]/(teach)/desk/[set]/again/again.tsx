'use client'
import { useId, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { fetchJson } from '#lib/client/index.ts'
import type { AgainPlan } from '#lib/server/desk/again.ts'
import { t } from '#words'
import { FormTrouble } from '../../../../(account)/_parts/field.tsx'
import { type Trouble, troubleOf } from '../../../../(account)/_parts/send.ts'
import { formatOf } from '../../../../(study)/new/format.ts'
import styles from './again.module.css'
import { Outcomes } from './outcomes.tsx'

/** A book takes a minute or two. */
const PATIENCE_MS = 300_000

const call = (method: 'POST' | 'PUT', sent: object): Promise<unknown> =>
  fetchJson(
    '/api/documents/again',
    { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) },
    PATIENCE_MS,
  )

/** Where an edited text is read again: first what would change, then, if that is wanted, the change. */
export const AgainScreen = ({ setId, title }: { setId: string; title: string }) => {
  const id = useId()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [plan, setPlan] = useState<AgainPlan | null>(null)
  const [done, setDone] = useState(false)
  const { refresh } = useLearner()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const run = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    await work().catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
    setBusy(false)
  }
  const sent = () => ({ setId, text, format: formatOf(text) })
  const see = () => run(async () => setPlan((await call('POST', sent())) as AgainPlan))
  const apply = () =>
    run(async () => {
      await call('PUT', { ...sent(), digest: plan?.digest })
      await refresh().catch(() => undefined)
      setDone(true)
    })
  const changes = plan ? Object.entries(plan.counts).some(([outcome, n]) => outcome !== 'unchanged' && n > 0) : false
  return (
    <Frame current="documents">
      <header className="topbar">
        <a className="icon-btn" href={`/desk/${setId}`} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span className={`label ${styles.place}`}>{title}</span>
        <span className={styles.counterweight} />
      </header>
      <div className={styles.page}>
        <h1 className="title">{done ? t('desk.againDone') : t('desk.againTitle')}</h1>
        {done ? (
          <a className="btn btn-primary" href={`/desk/${setId}`}>
            {t('desk.backToDesk')}
          </a>
        ) : plan ? (
          <>
            <p className="lede" role="status">
              {changes ? t('desk.againKept') : t('desk.againSame')}
            </p>
            <Outcomes plan={plan} />
            <FormTrouble trouble={trouble} />
            <div className={styles.ways}>
              {changes ? (
                <button type="button" className="btn btn-primary" aria-busy={busy} onClick={apply}>
                  {t('desk.againApply')}
                </button>
              ) : null}
              <button type="button" className="btn btn-line" onClick={() => setPlan(null)}>
                {t('desk.againBack')}
              </button>
            </div>
          </>
        ) : (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              void see()
            }}
          >
            <p className="lede">{t('desk.againLede')}</p>
            <label className="sr" htmlFor={id}>
              {t('desk.theText')}
            </label>
            <textarea
              id={id}
              className={`input ${styles.area}`}
              rows={12}
              value={text}
              readOnly={busy}
              onChange={(event) => setText(event.target.value)}
            />
            <FormTrouble trouble={trouble} />
            <button type="submit" className="btn btn-primary" aria-busy={busy} disabled={text.trim() === ''}>
              {t('desk.againSee')}
            </button>
          </form>
        )}
      </div>
    </Frame>
  )
}
