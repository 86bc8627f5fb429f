'use client'
import { useFresh } from '#app/_client/use-fresh.ts'
import type { ClassView } from '#lib/server/classes/read.ts'
import type { Topic } from '#lib/server/classes/signal.ts'
import type { Awaited } from '#lib/server/classes/slips.ts'
import { t } from '#words'
import styles from '../../classes.module.css'
import { useDoing } from '../doing.ts'
import { Joining } from '../joining.tsx'
import { Enlisting } from './enlisting.tsx'
import { Roster } from './roster.tsx'

/** What changes it. */
const SHOWN: readonly Topic[] = ['roster']

type Props = {
  /** The newest signal's number when the rest was read. */
  heard: number
  view: ClassView
  teaching: NonNullable<ClassView['teaching']>
  awaited: readonly Awaited[]
  /** Whether accounts may be made here for others. */
  open: boolean
}

/** Who is in a class, and how others come in. */
export const People = ({ heard, view, teaching, awaited, open }: Props) => {
  useFresh(view.classId, SHOWN, heard)
  const { does, trouble, busy } = useDoing()
  const { classId, archived, learners } = view
  const logins = new Map(awaited.map(({ userId, login }) => [userId, login]))
  const roster = <Roster view={view} members={teaching.members} awaited={logins} does={does} />
  return (
    <div className={styles.page} aria-busy={busy}>
      <p className="problem" role="alert">
        {trouble}
      </p>
      {awaited.length > 0 ? (
        <div className="row between">
          <span className="num">{t('roster.awaited', { n: awaited.length })}</span>
          <a className="btn btn-line btn-small" href={`/classes/${classId}/people/slips`}>
            {t('roster.toSlips')}
          </a>
        </div>
      ) : null}
      {learners > 0 ? (
        <div>
          {archived ? null : (
            <a className={styles.jump} href="#joining">
              {t('roster.toAdding')}
            </a>
          )}
          {roster}
        </div>
      ) : null}
      {archived ? null : (
        <div>
          <Joining view={view} teaching={teaching} does={does} />
          <Enlisting classId={classId} open={open} />
        </div>
      )}
      {learners > 0 ? null : roster}
    </div>
  )
}
