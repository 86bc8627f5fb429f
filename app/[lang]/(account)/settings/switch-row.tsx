'use client'
import { useId } from 'react'

type Props = { name: string; hint: string; on: boolean; change: (on: boolean) => void }

/** Something that is on or off. */
export const SwitchRow = ({ name, hint, on, change }: Props) => {
  const id = useId()
  return (
    <li>
      <label className="list-row">
        <span className="grow">
          <strong id={id}>{name}</strong>
          <span className="label" id={`${id}-hint`}>
            {hint}
          </span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
          checked={on}
          aria-checked={on}
          onChange={(event) => change(event.target.checked)}
        />
      </label>
    </li>
  )
}
