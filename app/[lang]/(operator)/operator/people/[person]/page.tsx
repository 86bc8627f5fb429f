import { Icon } from '#app/_ui/icons.tsx'
import type { InLanguage } from '#app/_words/on-server.ts'
import { page } from '#app/_words/words.tsx'
import { personById } from '#lib/server/people.ts'
import { readSettings } from '#lib/server/settings.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../../../_parts/as-operator.ts'
import { OperatorFrame } from '../../../_parts/frame.tsx'
import styles from '../../../_parts/operator.module.css'
import { When } from '../../../_parts/when.tsx'
import { Appointing, EndSessions, Keeping, Reset } from './rows.tsx'

type Props = InLanguage & { readonly params: Promise<{ readonly lang: string; readonly person: string }> }
type Person = Awaited<ReturnType<typeof personById>>

export const generateMetadata = titledForOperator('operator.people')

const nameOf = ({ name, email }: Person): string => name ?? email ?? t('operator.nameless')

const Facts = ({ person, zone }: { person: Person; zone: string | null }) => (
  <dl className={styles.facts}>
    {person.email === null ? null : (
      <>
        <dt>{t('operator.email')}</dt>
        <dd className={styles.break}>{person.email}</dd>
      </>
    )}
    <dt>{t('operator.joined')}</dt>
    <dd>
      <When at={person.createdAt.getTime()} zone={zone} />
    </dd>
    <dt>{t('operator.lastSeen')}</dt>
    <dd>
      <When at={person.lastSeenAt.getTime()} zone={zone} />
    </dd>
    {person.suspendedAt === null ? null : (
      <>
        <dt>{t('operator.suspendedSince')}</dt>
        <dd>
          <When at={person.suspendedAt.getTime()} zone={zone} />
        </dd>
      </>
    )}
  </dl>
)

const Marks = ({ person }: { person: Person }) => (
  <p className="row">
    {person.self ? <span className="chip chip-box">{t('operator.you')}</span> : null}
    {person.role === 'operator' ? <span className="chip chip-box">{t('operator.operator')}</span> : null}
    {person.suspendedAt === null ? null : <span className="chip chip-box is-wrong-ink">{t('operator.suspended')}</span>}
  </p>
)

const PersonPage = async ({ params }: Props) => {
  const { person: id } = await params
  const [person, { timeZone }] = await asOperator((viewer) =>
    Promise.all([personById(viewer, id), readSettings(viewer)]),
  )
  const whom = { userId: person.id, name: nameOf(person) }
  const suspended = person.suspendedAt !== null
  return (
    <OperatorFrame title={nameOf(person)} back="/operator/people">
      <Marks person={person} />
      <Facts person={person} zone={timeZone} />
      <section className="section">
        <h2 className="label">{t('operator.waysBack')}</h2>
        <ul className="list">
          {suspended ? null : <Reset {...whom} />}
          {suspended || person.self ? null : <EndSessions {...whom} sessions={person.sessions} />}
          {person.self ? null : <Keeping {...whom} suspended={suspended} />}
          {suspended && person.role === 'learner' ? null : (
            <Appointing {...whom} operator={person.role === 'operator'} self={person.self} />
          )}
          <li>
            <a className="list-row" href={`/operator/log?person=${person.id}`}>
              <span className="grow">
                <strong>{t('operator.whatHappened')}</strong>
                <span className="label">{t('operator.whatHappenedHint')}</span>
              </span>
              <Icon name="forward" />
            </a>
          </li>
        </ul>
      </section>
    </OperatorFrame>
  )
}
export default page(['account', 'operator'], PersonPage)
