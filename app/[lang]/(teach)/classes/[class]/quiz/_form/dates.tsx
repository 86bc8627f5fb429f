'use client'
import { useId } from 'react'
import { t } from '#words'
import type { ClassDates } from './draft.ts'
import styles from './form.module.css'

type MomentProps = { label: string; value: string; change: (value: string) => void }

const Moment = ({ label, value, change }: MomentProps) => {
  const id = useId()
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </div>
  )
}

type Props = {
  dates: readonly ClassDates[]
  nameOf: (classId: string) => string
  change: (dates: ClassDates[]) => void
}

/** When each class has it; a class that is not ticked does not. */
export const Dates = ({ dates, nameOf, change }: Props) => {
  const put = (classId: string, part: Partial<ClassDates>) =>
    change(dates.map((one) => (one.classId === classId ? { ...one, ...part } : one)))
  return (
    <>
      {dates.map(({ classId, on, opens, closes }) => (
        <fieldset key={classId} className={styles.dates}>
          <legend className={dates.length > 1 ? styles.check : 'sr'}>
            {dates.length > 1 ? (
              <label className={styles.check}>
                <input type="checkbox" checked={on} onChange={({ target }) => put(classId, { on: target.checked })} />
                <bdi>{nameOf(classId)}</bdi>
              </label>
            ) : (
              t('setting.when')
            )}
          </legend>
          {on ? (
            <div className={styles.pair}>
              <Moment label={t('setting.opens')} value={opens} change={(value) => put(classId, { opens: value })} />
              <Moment label={t('setting.closes')} value={closes} change={(value) => put(classId, { closes: value })} />
            </div>
          ) : null}
        </fieldset>
      ))}
    </>
  )
}
