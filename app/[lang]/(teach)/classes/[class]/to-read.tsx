'use client'
import { useEffect } from 'react'
import { useZone } from '#app/_client/use-zone.ts'
import type { NoticeLine } from '#lib/server/classes/notices-read.ts'
import { formatDate, t } from '#words'
import type { Does } from './doing.ts'
import { lettersAction, readNoticesAction } from './notices/actions.ts'
import styles from './notices/notices.module.css'

const One = ({ notice: { text, author, at, about, unread } }: { notice: NoticeLine }) => {
  const zone = useZone(null)
  return (
    <li className={styles.notice}>
      <p className="label num">
        {unread ? <strong className={styles.unread}>{t('notices.unread')}</strong> : null}
        {unread ? ' · ' : null}
        <bdi>{author ?? t('classes.nameless')}</bdi> · {formatDate(at, 'moment', zone)}
      </p>
      <p className={styles.text}>
        <bdi>{text}</bdi>
      </p>
      {about?.kind === 'quiz' ? (
        <a className={styles.link} href={`/quiz?quiz=${about.assignmentId}`}>
          {t('notices.toQuiz', { title: about.title })}
        </a>
      ) : null}
      {about?.kind === 'study' ? (
        <a className={styles.link} href={`/plan?exam=${about.assignmentId}`}>
          {t('notices.toPlan', { title: about.title })}
        </a>
      ) : null}
    </li>
  )
}

type LettersProps = { classId: string; on: boolean; does: Does }

/** Whether messages come by e-mail too, for who has an address. */
export const Letters = ({ classId, on, does }: LettersProps) => (
  <label className="list-row">
    <span className="grow">
      <strong>{t('notices.letters')}</strong>
      <span className="label">{t('notices.lettersHint')}</span>
    </span>
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      className="switch"
      checked={on}
      onChange={() => does(() => lettersAction({ classId, on: !on }))}
    />
  </label>
)

/** What a learner was told, the newest first; seen here, it is read. */
export const NoticesToRead = ({ classId, notices }: { classId: string; notices: readonly NoticeLine[] }) => {
  const newest = notices.find(({ unread }) => unread)?.noticeId
  useEffect(() => {
    if (newest !== undefined) void readNoticesAction({ classId, noticeId: newest }).catch(() => undefined)
  }, [classId, newest])
  return (
    <section className="section" aria-labelledby="notices">
      <h2 className="head" id="notices">
        {t('notices.head')}
      </h2>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <One key={notice.noticeId} notice={notice} />
        ))}
      </ul>
    </section>
  )
}
