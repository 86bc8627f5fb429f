'use client'
import { useFresh } from '#app/_client/use-fresh.ts'
import { Icon } from '#app/_ui/icons.tsx'
import type { AssignableSet, ClassAssignment, LearnersAssignment } from '#lib/server/classes/assignments.ts'
import type { ClassEventLine } from '#lib/server/classes/events.ts'
import type { NoticeLine } from '#lib/server/classes/notices-read.ts'
import type { ClassEntry, ClassView } from '#lib/server/classes/read.ts'
import type { QuizLine } from '#lib/server/quizzes/results.ts'
import type { QuizDue } from '#lib/sync/index.ts'
import { t } from '#words'
import { Sure } from '../../_parts/sure.tsx'
import { changeClassAction, copyClassAction, deleteClassAction, leaveClassAction } from '../actions.ts'
import styles from '../classes.module.css'
import { Assigned, Wanted } from './assigned.tsx'
import { type Does, useDoing } from './doing.ts'
import { Joining } from './joining.tsx'
import { ClassLog } from './log.tsx'
import { ClassNav } from './nav.tsx'
import { Quizzes } from './quizzes.tsx'
import { Rename } from './rename.tsx'
import { Letters, NoticesToRead } from './to-read.tsx'

type WaysProps = { view: ClassView; does: Does }

/** What is done with a class as a whole; what cannot be taken back asks twice. */
const Ways = ({ view: { classId, archived }, does }: WaysProps) => {
  const goTo = (path: string) => () => location.assign(path)
  return (
    <div className={styles.ways}>
      <Sure
        word={t('classes.copy')}
        sure={t('classes.copySure')}
        act={() =>
          does(
            () => copyClassAction({ classId }),
            (made) => location.assign(`/classes/${(made as { classId: string }).classId}`),
          )
        }
      />
      <Sure
        word={t(archived ? 'classes.unarchive' : 'classes.archive')}
        sure={t(archived ? 'classes.unarchiveSure' : 'classes.archiveSure')}
        act={() => does(() => changeClassAction({ classId, archived: !archived }))}
      />
      <Sure
        word={t('classes.delete')}
        sure={t('classes.deleteSure')}
        act={() => does(() => deleteClassAction({ classId }), goTo('/classes'))}
      />
    </div>
  )
}

const SHOWN = ['roster', 'attempts', 'notices', 'grades'] as const

type Props = {
  /** The newest signal's number when the rest was read. */
  heard: number
  view: ClassView
  /** What a learner of it is to study. */
  wanted: readonly LearnersAssignment[]
  /** Quizzes and live rounds that they are set. */
  due: readonly QuizDue[]
  /** The same for those who teach. */
  quizzes: readonly QuizLine[]
  /** What is studied, as those who teach see it; null for others. */
  assigned: readonly ClassAssignment[] | null
  sets: readonly AssignableSet[]
  /** Other classes that the viewer leads. */
  others: readonly ClassEntry[]
  lines: readonly ClassEventLine[]
  /** What a learner of it was told. */
  notices: readonly NoticeLine[]
}

/** How many learn here, and the way to who they are. */
const People = ({ view: { classId, learners } }: { view: ClassView }) => (
  <p className="row between">
    <span className="num">{t('classes.learners', { n: learners })}</span>
    <a className="btn btn-quiet btn-small" href={`/classes/${classId}/people`}>
      {t('roster.seePeople')}
    </a>
  </p>
)

/** One class, as much of it as the viewer's role shows. */
export const ClassScreen = ({ view, wanted, due, quizzes, assigned, sets, others, lines, notices, heard }: Props) => {
  const { does, trouble, busy } = useDoing()
  useFresh(view.classId, SHOWN, heard)
  const { classId, title, note, teachers, teaching, role, archived } = view
  const told = notices.length > 0 ? <NoticesToRead classId={classId} notices={notices} /> : null
  const unread = notices.some((one) => one.unread)
  // Whoever has a class looks at what it knows; whoever has none yet lets people in.
  const empty = view.learners === 0
  const joining = teaching && !archived ? <Joining view={view} teaching={teaching} does={does} /> : null
  const names = teachers.map((name) => name ?? t('classes.nameless')).join(', ')
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href="/classes" aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      <div className={styles.page} aria-busy={busy}>
        <div>
          <h1 className={`title ${styles.title}`}>
            <bdi>{title}</bdi>
          </h1>
          {note ? (
            <p className="muted">
              <bdi>{note}</bdi>
            </p>
          ) : null}
          <p className="label">{t('classes.ledBy', { names })}</p>
          {archived ? <p className="note">{t('classes.isOver')}</p> : null}
        </div>
        {teaching ? <ClassNav classId={classId} current="assigned" /> : null}
        <p className="problem" role="alert">
          {trouble}
        </p>
        {teaching ? (
          <>
            {empty ? joining : null}
            <People view={view} />
            <Quizzes view={view} quizzes={quizzes} />
            {assigned ? <Assigned {...{ view, assigned, sets, others, does }} members={teaching.members} /> : null}
            <ClassLog lines={lines} />
          </>
        ) : (
          <>
            {unread ? told : null}
            <Wanted wanted={wanted} due={due} />
            {unread ? null : told}
            {view.letters === null ? null : <Letters classId={classId} on={view.letters} does={does} />}
            <p className="label">{t('classes.seesOf')}</p>
          </>
        )}
        {role === 'instructor' ? (
          <>
            <Rename key={`${title} ${note}`} view={view} does={does} />
            <Ways view={view} does={does} />
          </>
        ) : null}
        <p>
          <Sure
            word={t('classes.leave')}
            sure={t('classes.leaveSure')}
            act={() =>
              does(
                () => leaveClassAction({ classId }),
                () => location.assign('/classes'),
              )
            }
          />
        </p>
      </div>
    </>
  )
}
