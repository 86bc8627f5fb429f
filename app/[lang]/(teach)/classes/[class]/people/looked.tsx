import type { RosterLine } from '#lib/lists/index.ts'
import type { RosterProblem, RosterRow } from '#lib/server/classes/roster.ts'
import { t } from '#words'
import styles from '../../classes.module.css'
import people from './people.module.css'
import { useFocus } from './use-focus.ts'

const PROBLEMS: Readonly<Record<RosterProblem, () => string>> = {
  empty: () => t('roster.empty'),
  long: () => t('roster.long'),
  email: () => t('roster.email'),
  double: () => t('roster.double'),
  inClass: () => t('roster.inClass'),
  hasAccount: () => t('roster.hasAccount'),
  domain: () => t('roster.domain'),
}

/** Of a name that is too long no more than this is said back. */
const SAID_BACK_MAX = 60

type Props = {
  lines: readonly RosterLine[]
  /** What the server says of the same lines. */
  rows: readonly RosterRow[]
  busy: boolean
  make: () => void
  back: () => void
}

/** What a roster would come to: who would get an account and which lines would be left out, before anything is made. */
export const Looked = ({ lines, rows, busy, make, back }: Props) => {
  const numbered = rows.map((row, at) => ({ ...row, line: lines[at]?.line ?? at + 1 }))
  const fine = numbered.filter(({ problem }) => problem === null)
  const left = numbered.flatMap((row) => (row.problem === null ? [] : [{ ...row, what: PROBLEMS[row.problem]() }]))
  const focus = useFocus()
  return (
    <>
      <p ref={focus} tabIndex={-1}>
        {fine.length > 0 ? t('roster.wouldMake', { n: fine.length }) : t('roster.wouldMakeNone')}
      </p>
      {left.length > 0 ? (
        <div>
          <p className="num">{t('roster.leftOut', { n: left.length })}</p>
          <ul className={people.left}>
            {left.map(({ line, name, what }) => (
              <li key={line}>
                {name === ''
                  ? t('roster.line', { line, what })
                  : t('roster.lineNamed', { line, name: name.slice(0, SAID_BACK_MAX), what })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {fine.length > 0 ? (
        <>
          <ul className="list">
            {fine.map(({ line, name, login, email }) => (
              <li key={line} className={people.made}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <span className="label">
                  {[t('roster.signsInAs', { login: login ?? '' }), ...(email ? [email] : [])].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <button type="button" className="btn btn-primary wide" aria-busy={busy} onClick={make}>
            {t('roster.make', { n: fine.length })}
          </button>
        </>
      ) : null}
      <div className={styles.ways}>
        <button type="button" className="btn btn-quiet btn-small" onClick={back}>
          {t('roster.back')}
        </button>
      </div>
    </>
  )
}
