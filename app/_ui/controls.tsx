'use client'
import { useId } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import styles from './controls.module.css'
import { Icon } from './icons.tsx'

type StepperProps = {
  readonly name: string
  readonly hint: string
  readonly value: number
  /** What the buttons lead through, rising. */
  readonly steps: readonly number[]
  readonly show?: (value: number) => string
  readonly onChange: (value: number) => void
}

/** A number that two buttons lead through its steps. */
export const Stepper = ({ name, hint, value, steps, show = String, onChange }: StepperProps) => {
  const id = useId()
  const below = steps.findLast((step) => step < value)
  const above = steps.find((step) => step > value)
  const go = (to: number | undefined) => () => to !== undefined && onChange(to)
  return (
    <li className="list-row">
      <span className="grow">
        <strong id={id}>{name}</strong>
        <span className="label" id={`${id}-hint`}>
          {hint}
        </span>
      </span>
      <fieldset className="stepper" aria-labelledby={id} aria-describedby={`${id}-hint`}>
        <button
          type="button"
          className="icon-btn"
          aria-label={t('common.fewer', { of: name })}
          aria-disabled={below === undefined}
          onClick={go(below)}
        >
          <Icon name="minus" />
        </button>
        <output className={`num ${styles.value}`}>{show(value)}</output>
        <button
          type="button"
          className="icon-btn"
          aria-label={t('common.more', { of: name })}
          aria-disabled={above === undefined}
          onClick={go(above)}
        >
          <Icon name="plus" />
        </button>
      </fieldset>
    </li>
  )
}

type SegmentsProps<T extends string> = {
  readonly legend: string
  readonly options: readonly (readonly [T, string])[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A choice of a few, side by side. */
export const Segments = <T extends string>({ legend, options, value, onChange }: SegmentsProps<T>) => {
  const name = useId()
  return (
    <fieldset className={`seg ${styles.seg}`} disabled={!useAlive()}>
      <legend className="sr">{legend}</legend>
      {options.map(([option, word]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {word}
        </label>
      ))}
    </fieldset>
  )
}
