'use client'
import { useState } from 'react'
import { useZone } from '#app/_client/use-zone.ts'
import type { ClassRole } from '#lib/classes/index.ts'
import type { ClassView, Member } from '#lib/server/classes/read.ts'
import { formatDate, t } from '#words'
import { removeMemberAction, setRoleAction } from '../../actions.ts'
import styles from '../../classes.module.css'
import type { Does } from '../doing.ts'

const ROLES = { instructor: 'classes.instructor', assistant: 'classes.assistant', learner: 'classes.learner' } as const

type RowProps = { view: ClassView; member: Member; login: string | undefined; does: Does }

const Row = ({ view: { classId, role }, member, login, does }: RowProps) => {
  const [sure, setSure] = useState(false)
  const zone = useZone(null)
  const { userId } = member
  const name = member.name ?? t('classes.nameless')
  const leads = role === 'instructor'
  const remove = () => (sure ? does(() => removeMemberAction({ classId, userId })) : setSure(true))
  return (
    <li className={styles.member}>
      <span className={styles.who}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="label">
          {member.isGuest ? `${t('classes.guest')} · ` : ''}
          {login === undefined
            ? t('classes.since', { date: formatDate(member.joinedAt, 'date', zone) })
            : t('roster.notBeenIn', { login })}
        </span>
      </span>
      {leads ? (
        <select
          className="input"
          aria-label={t('classes.roleOf', { name })}
          value={member.role}
          onChange={({ target }) => does(() => setRoleAction({ classId, userId, role: target.value as ClassRole }))}
        >
          {(Object.keys(ROLES) as ClassRole[]).map((one) => (
            <option key={one} value={one}>
              {t(ROLES[one])}
            </option>
          ))}
        </select>
      ) : (
        <span className="label">{t(ROLES[member.role])}</span>
      )}
      {leads || member.role === 'learner' ? (
        <button
          type="button"
          className="btn btn-quiet btn-small"
          aria-label={sure ? t('classes.removeSure', { name }) : t('classes.removeOf', { name })}
          onClick={remove}
          onBlur={() => setSure(false)}
        >
          {t(sure ? 'classes.sure' : 'classes.remove')}
        </button>
      ) : null}
    </li>
  )
}

type Props = {
  view: ClassView
  members: readonly Member[]
  /** What whoever has never been in signs in with, by their id. */
  awaited: ReadonlyMap<string, string>
  does: Does
}

/** Everybody in the class, the one who came first at the top. */
export const Roster = ({ view, members, awaited, does }: Props) => (
  <section className="section" aria-labelledby="roster">
    <div className="row between">
      <h2 className="head" id="roster">
        {t('classes.roster')}
      </h2>
      <span className="label num">{t('classes.learners', { n: view.learners })}</span>
    </div>
    <ul className="list">
      {members.map((member) => (
        <Row key={member.userId} {...{ view, member, does }} login={awaited.get(member.userId)} />
      ))}
    </ul>
    {view.learners === 0 ? <p className="muted">{t('classes.nobodyYet')}</p> : null}
  </section>
)
