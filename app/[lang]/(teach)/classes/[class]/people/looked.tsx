import type { RosterLine } from '#lib/lists/index.ts'
import type { RosterProblem, RosterRow } from '#lib/server/classes/roster.ts'
import { t } from '#words'
import styles from '../../classes.module.css'
import people from './people.module.css'

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
  const withEmails = fine.some(({ email }) => email !== null)
  return (
    <>
      <p role="status">{fine.length > 0 ? t('roster.wouldMake', { n: fine.length }) : t('roster.wouldMakeNone')}</p>
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
          <div className="table-wrap">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('roster.nameHead')}</th>
                  <th scope="col">{t('roster.loginHead')}</th>
                  {withEmails ? <th scope="col">{t('roster.emailHead')}</th> : null}
                </tr>
              </thead>
              <tbody>
                {fine.map(({ line, name, login, email }) => (
                  <tr key={line}>
                    <td>
                      <bdi>{name}</bdi>
                    </td>
                    <td>{login}</td>
                    {withEmails ? <td>{email}</td> : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
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
