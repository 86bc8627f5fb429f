'use client'
import { useId } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import { FormTrouble } from '../../../(account)/_parts/field.tsx'
import { useRule } from './use-rules.ts'

/** Whether what people made public can be found. */
export const Library = ({ initial }: { initial: boolean }) => {
  const id = useId()
  const { value, choose, said, trouble } = useRule(initial, (library) => ({ library }))
  return (
    <section className="section">
      <label className="list-row">
        <span className="grow">
          <strong>{t('operator.library')}</strong>
          <span className="label" id={id}>
            {t('operator.libraryHint')}
          </span>
        </span>
        <input
          type="checkbox"
          className="switch"
          aria-label={t('operator.library')}
          aria-describedby={id}
          checked={value}
          disabled={!useAlive()}
          onChange={(event) => choose(event.target.checked)}
        />
      </label>
      <FormTrouble trouble={trouble} />
      <p role="status" className="label">
        {said}
      </p>
    </section>
  )
}
