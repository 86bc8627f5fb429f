'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { AssignableSet } from '#lib/server/classes/assignments.ts'
import type { ClassEntry } from '#lib/server/classes/read.ts'
import { t } from '#words'
import { assignAction } from '../actions.ts'
import styles from '../classes.module.css'
import { DayFields, useDay } from './day-fields.tsx'
import type { Does } from './doing.ts'

type Props = {
  classId: string
  sets: readonly AssignableSet[]
  /** Other classes that may get the same. */
  others: readonly ClassEntry[]
  does: Does
}

/** A set to be studied until a day, whole or some of its sections. */
export const Assign = ({ classId, sets, others, does }: Props) => {
  const id = useId()
  const alive = useAlive()
  const [setId, setSet] = useState(sets[0]?.setId ?? '')
  const day = useDay()
  const [chosen, choose] = useState<readonly string[]>([])
  const [also, setAlso] = useState<readonly string[]>([])
  const [done, setDone] = useState(false)
  const fold = useRef<HTMLDetailsElement>(null)
  const router = useRouter()
  const set = sets.find((one) => one.setId === setId)
  if (sets.length === 0) return null
  const submit = (draft: boolean) => (event: FormEvent) => {
    event.preventDefault()
    if (!day.fits()) return
    const { date, time } = day
    const sections = chosen.length > 0 ? [...chosen] : null
    does(
      () => assignAction({ classIds: [classId, ...also], setId, sections, date, time, draft }),
      () => {
        // It stands above: what is folded cannot be sent twice.
        if (fold.current) fold.current.open = false
        setDone(true)
        choose([])
        setAlso([])
        router.refresh()
      },
    )
  }
  return (
    <>
      <p role="status">{done ? t('classes.assignDone') : ''}</p>
      <details
        ref={fold}
        className={styles.assign}
        onToggle={({ currentTarget }) => currentTarget.open && setDone(false)}
      >
        <summary className="btn btn-line btn-small">{t('classes.assign')}</summary>
        <p className="label">{t('classes.assignHint')}</p>
        <form className={styles.form} onSubmit={submit(false)} noValidate>
          <div className="field">
            <label className={styles.name} htmlFor={`${id}-set`}>
              {t('classes.assignSet')}
            </label>
            <select
              id={`${id}-set`}
              className="input"
              value={setId}
              onChange={({ target }) => {
                setSet(target.value)
                choose([])
              }}
            >
              {sets.map((one) => (
                <option key={one.setId} value={one.setId} {...tongueOf(one.language)}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
          <DayFields {...day} />
          {set && set.sections.length > 1 ? (
            <fieldset className={styles.sections}>
              <legend className={styles.name}>{t('classes.assignSections')}</legend>
              {set.sections.map((section) => (
                <label key={section} {...tongueOf(set.language)}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(section)}
                    onChange={({ target }) =>
                      choose(target.checked ? [...chosen, section] : chosen.filter((one) => one !== section))
                    }
                  />
                  {section}
                </label>
              ))}
            </fieldset>
          ) : null}
          {others.length > 0 ? (
            <fieldset className={styles.sections}>
              <legend className={styles.name}>{t('classes.assignAlso')}</legend>
              {others.map((one) => (
                <label key={one.classId}>
                  <input
                    type="checkbox"
                    checked={also.includes(one.classId)}
                    onChange={({ target }) =>
                      setAlso(target.checked ? [...also, one.classId] : also.filter((other) => other !== one.classId))
                    }
                  />
                  <bdi>{one.note ? `${one.title}, ${one.note}` : one.title}</bdi>
                </label>
              ))}
            </fieldset>
          ) : null}
          <button type="submit" className="btn btn-primary wide" disabled={!alive}>
            {t('classes.assignIt')}
          </button>
          <button type="button" className="btn btn-quiet btn-small" disabled={!alive} onClick={submit(true)}>
            {t('classes.keepDraft')}
          </button>
        </form>
      </details>
    </>
  )
}
