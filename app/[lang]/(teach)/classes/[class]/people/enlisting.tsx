'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { RosterLine } from '#lib/lists/index.ts'
import type { RosterRow } from '#lib/server/classes/roster.ts'
import { t } from '#words'
import styles from '../../classes.module.css'
import { useDoing } from '../doing.ts'
import { enlistAction, lookRosterAction } from './actions.ts'
import { Looked } from './looked.tsx'
import { NamesForm } from './names-form.tsx'
import { useFocus } from './use-focus.ts'

type Step =
  | { readonly at: 'list' }
  | { readonly at: 'looked'; readonly lines: readonly RosterLine[]; readonly rows: readonly RosterRow[] }
  | { readonly at: 'made'; readonly made: number }

const Made = ({ classId, made }: { classId: string; made: number }) => (
  <>
    <p ref={useFocus()} tabIndex={-1}>
      {t('roster.made', { n: made })}
    </p>
    <a className="btn btn-primary wide" href={`/classes/${classId}/people/slips`}>
      {t('roster.toSlips')}
    </a>
  </>
)

const sentOf = (lines: readonly RosterLine[]) => lines.map(({ name, email }) => ({ name, email }))

/** Accounts from a list of names: read, looked at, made, and then their slips. */
export const Enlisting = ({ classId, open }: { classId: string; open: boolean }) => {
  const router = useRouter()
  const { does, trouble, busy } = useDoing()
  const [text, setText] = useState('')
  const [step, setStep] = useState<Step>({ at: 'list' })
  const look = (lines: readonly RosterLine[]) =>
    does(
      () => lookRosterAction({ classId, rows: sentOf(lines) }),
      (rows) => setStep({ at: 'looked', lines, rows: rows as RosterRow[] }),
    )
  const make = (lines: readonly RosterLine[]) =>
    does(
      () => enlistAction({ classId, rows: sentOf(lines) }),
      (outcome) => {
        setText('')
        setStep({ at: 'made', made: (outcome as { made: number }).made })
        router.refresh()
      },
    )
  return (
    <section className="section" aria-labelledby="enlisting" aria-busy={busy}>
      <h2 className="head" id="enlisting">
        {t('roster.head')}
      </h2>
      <div className={styles.form}>
        <p className="muted">{t(open ? 'roster.lede' : 'roster.closed')}</p>
        {open && step.at === 'list' ? <NamesForm {...{ text, busy, look }} onText={setText} /> : null}
        {step.at === 'looked' ? (
          <Looked {...step} busy={busy} make={() => make(step.lines)} back={() => setStep({ at: 'list' })} />
        ) : null}
        {step.at === 'made' ? <Made classId={classId} made={step.made} /> : null}
        <p className="problem" role="alert">
          {trouble}
        </p>
      </div>
    </section>
  )
}
