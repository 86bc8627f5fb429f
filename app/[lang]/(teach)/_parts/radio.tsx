import { useAlive } from '#app/_client/index.ts'
import styles from './parts.module.css'

type Props = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: () => void
}

/** One of several choices, as a row. */
export const Radio = ({ name, label, hint, checked, onChange }: Props) => (
  <label className={`list-row ${styles.choice}`}>
    <input type="radio" name={name} checked={checked} disabled={!useAlive()} onChange={onChange} />
    <span className="grow">
      <strong>{label}</strong>
      {hint ? <span className="label">{hint}</span> : null}
    </span>
  </label>
)
