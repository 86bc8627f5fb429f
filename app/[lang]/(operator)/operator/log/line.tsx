import { t } from '#words'
import styles from '../../_parts/operator.module.css'
import { When } from '../../_parts/when.tsx'
import { headOf, type Named, nameOf, wordsOf } from './wording.ts'

type Line = {
  readonly kind: string
  readonly at: Date
  readonly userId: string | null
  readonly user: Named | null
  readonly address: string | null
  readonly detail: unknown
}
type Props = { readonly line: Line; readonly names: ReadonlyMap<string, string>; readonly zone: string | null }

/** One thing that happened: what, to whom, how and by whom, when and from where. */
export const LogLine = ({ line: { kind, at, userId, user, address, detail }, names, zone }: Props) => (
  <li className={`list-row ${styles.line}`}>
    <span className={`grow ${styles.break}`}>
      <strong>{headOf(kind)}</strong>
      {user === null ? null : <a href={`/operator/log?person=${userId}`}>{nameOf(user)}</a>}
      <span className="muted">{wordsOf(detail, names).join(' · ')}</span>
      <span className="label">
        <When at={at.getTime()} zone={zone} />
        {address === null ? null : ` · ${t('operator.fromAddress', { address })}`}
      </span>
    </span>
  </li>
)
