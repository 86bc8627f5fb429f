import { Icon } from '#app/_ui/icons.tsx'
import { page } from '#app/_words/words.tsx'
import { listPeople, type PersonRow } from '#lib/server/people.ts'
import { readSettings } from '#lib/server/settings.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../../_parts/as-operator.ts'
import { OperatorFrame } from '../../_parts/frame.tsx'
import styles from '../../_parts/operator.module.css'
import { Pages } from '../../_parts/pages.tsx'
import { queryOf, valueIn, type WithQuery } from '../../_parts/query.ts'
import { Seen } from '../../_parts/when.tsx'

export const generateMetadata = titledForOperator('operator.people')

const HERE = '/operator/people'

const Person = ({ person, zone }: { person: PersonRow; zone: string | null }) => {
  const { id, name, email, role, lastSeenAt, suspendedAt } = person
  const marks = [
    ...(role === 'operator' ? [t('operator.operator')] : []),
    ...(suspendedAt === null ? [] : [t('operator.suspended')]),
  ]
  return (
    <li>
      <a className="list-row" href={`${HERE}/${id}`}>
        <span className={`grow ${styles.break}`}>
          <strong>{name ?? email ?? t('operator.nameless')}</strong>
          {name !== null && email !== null ? <span className="muted">{email}</span> : null}
          <span className="label">
            <Seen at={lastSeenAt.getTime()} zone={zone} />
          </span>
        </span>
        {marks.length > 0 ? <span className="chip chip-box">{marks.join(', ')}</span> : null}
        <Icon name="forward" />
      </a>
    </li>
  )
}

const Search = ({ search }: { search: string | undefined }) => (
  <search>
    <form className={styles.find} action={HERE}>
      <div className="field">
        <label className={styles.name} htmlFor="search">
          {t('operator.search')}
        </label>
        <input
          className="input"
          type="search"
          id="search"
          name="search"
          defaultValue={search}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={254}
        />
      </div>
      <button type="submit" className="btn btn-line btn-small">
        {t('operator.find')}
      </button>
    </form>
  </search>
)

const PeoplePage = async ({ searchParams }: WithQuery) => {
  const query = await searchParams
  const [search, after] = [valueIn(query, 'search'), valueIn(query, 'after')]
  const wanted = { ...(search ? { search } : {}), ...(after ? { after } : {}) }
  const [{ people, more }, { timeZone }] = await asOperator((viewer) =>
    Promise.all([listPeople(viewer, wanted), readSettings(viewer)]),
  )
  const older = more ? HERE + queryOf({ search, after: people.at(-1)?.id }) : null
  return (
    <OperatorFrame title={t('operator.people')} back="/operator">
      <Search search={search} />
      {people.length === 0 ? (
        <p className="muted" role="status">
          {search === undefined ? t('operator.noPeople') : t('operator.foundNobody')}
        </p>
      ) : (
        <ul className="list">
          {people.map((person) => (
            <Person key={person.id} person={person} zone={timeZone} />
          ))}
        </ul>
      )}
      <Pages older={older} newest={after === undefined ? null : HERE + queryOf({ search })} />
    </OperatorFrame>
  )
}
export default page(['operator'], PeoplePage)
