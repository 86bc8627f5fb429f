import { useState } from 'react'
import type { Outcome } from '#lib/server/act.ts'
import { t } from '#words'
import { Area, SheetForm } from './wording-form.tsx'

type Props = {
  readonly statement: string
  readonly quote: string
  readonly onSave: (statement: string) => Promise<Outcome<unknown> | null>
  readonly onClose: () => void
}

/** Where a fact is worded anew; its questions are written anew from that. */
export const StatementForm = ({ statement: first, quote, onSave, onClose }: Props) => {
  const [statement, setStatement] = useState(first)
  return (
    <SheetForm title={t('desk.editFact')} {...{ quote, onClose }} onSave={() => onSave(statement)}>
      {(trouble) => (
        <Area
          name="statement"
          label={t('desk.theFact')}
          hint={t('desk.editFactHint')}
          value={statement}
          rows={4}
          trouble={trouble}
          onChange={setStatement}
          focus
        />
      )}
    </SheetForm>
  )
}
