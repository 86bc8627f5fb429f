import { page } from '#app/_words/words.tsx'
import { readSecurityLog } from '#lib/server/security-log.ts'
import { readSettings } from '#lib/server/settings.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../../_parts/as-operator.ts'
import { OperatorFrame } from '../../_parts/frame.tsx'
import styles from '../../_parts/operator.module.css'
import { Pages } from '../../_parts/pages.tsx'
import { queryOf, valueIn, type WithQuery } from '../../_parts/query.ts'
import { LogLine } from './line.tsx'
import { headOf, nameOf } from './wording.ts'

export const generateMetadata = titledForOperator('operator.log')

const HERE = '/operator/log'

type FilterProps = { kinds: readonly string[]; kind: string | undefined; person: string | undefined }

const Filter = ({ kinds, kind, person }: FilterProps) => (
  <search>
    <form className={styles.find} action={HERE}>
      {person === undefined ? null : <input type="hidden" name="person" value={person} />}
      <div className="field">
        <label className={styles.name} htmlFor="kind">
          {t('operator.kind')}
        </label>
        <select className="input" id="kind" name="kind" defaultValue={kind ?? ''}>
          <option value="">{t('operator.allKinds')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {headOf(each)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn btn-line btn-small">
        {t('operator.show')}
      </button>
    </form>
  </search>
)

const LogPage = async ({ searchParams }: WithQuery) => {
  const query = await searchParams
  const [kind, person, after] = [valueIn(query, 'kind'), valueIn(query, 'person'), valueIn(query, 'after')]
  const wanted = { ...(kind ? { kind } : {}), ...(person ? { userId: person } : {}), ...(after ? { after } : {}) }
  const [{ lines, more, kinds, names, about }, { timeZone }] = await asOperator((viewer) =>
    Promise.all([readSecurityLog(viewer, wanted), readSettings(viewer)]),
  )
  return (
    <OperatorFrame title={t('operator.log')} back="/operator">
      <Filter kinds={kinds} kind={kind} person={person} />
      {person === undefined ? null : (
        <p className={styles.about}>
          <strong>{t('operator.onlyAbout', { name: about ? nameOf(about) : t('operator.somebody') })}</strong>
          <a className="btn btn-quiet btn-small" href={HERE + queryOf({ kind })}>
            {t('operator.showAll')}
          </a>
        </p>
      )}
      {lines.length === 0 ? <p className="muted">{t('operator.nothingHappened')}</p> : null}
      <ul className="list">
        {lines.map((line) => (
          <LogLine key={line.id} line={line} names={names} zone={timeZone} />
        ))}
      </ul>
      <Pages
        older={more ? HERE + queryOf({ kind, person, after: lines.at(-1)?.id }) : null}
        newest={after ? HERE + queryOf({ kind, person }) : null}
      />
    </OperatorFrame>
  )
}
export default page(['operator'], LogPage)
