'use client'
import { useState } from 'react'
import { useZone } from '#app/_client/use-zone.ts'
import type { NoticeForm } from '#lib/server/classes/notice-form.ts'
import type { Told } from '#lib/server/classes/notices.ts'
import type { NoticeLine } from '#lib/server/classes/notices-read.ts'
import { formatDate, t } from '#words'
import styles from '../../classes.module.css'
import { type Does, useDoing } from '../doing.ts'
import { deleteNoticeAction } from './actions.ts'
import own from './notices.module.css'
import { Reminders } from './reminders.tsx'
import { Write } from './write.tsx'

const saidOf = ({ to, mail }: Told): string => {
  const here = t('notices.sent', { n: to })
  if (mail === null || mail.of === 0) return here
  if (mail.going) return `${here} ${t('notices.sending')}`
  const counts = { sent: String(mail.sent), of: String(mail.of) }
  return `${here} ${mail.sent < mail.of ? t('notices.sentSome', counts) : t('notices.sentMail', counts)}`
}

const Line = ({ notice, does }: { notice: NoticeLine; does: Does }) => {
  const { noticeId, text, author, at, about, told, mayDelete } = notice
  const zone = useZone(null)
  const [sure, setSure] = useState(false)
  const when = formatDate(at, 'moment', zone)
  const said = [
    ...[when, author ?? t('classes.nameless')],
    told === null || told.to === null ? t('notices.toAll') : t('notices.toSome', { n: told.to }),
    ...(about ? [t('notices.about', { title: about.title })] : []),
    ...(told === null || told.mailed === null ? [] : [t('notices.mailed', { n: told.mailed })]),
  ]
  return (
    <li className={own.notice}>
      <p className="label num">{said.join(' · ')}</p>
      <p className={own.text}>
        <bdi>{text}</bdi>
      </p>
      {mayDelete ? (
        <p>
          <button
            type="button"
            className="btn btn-quiet btn-small"
            aria-label={sure ? t('notices.deleteSure') : t('notices.deleteOf', { when })}
            onClick={() => (sure ? does(() => deleteNoticeAction({ noticeId })) : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {t(sure ? 'notices.deleteSure' : 'notices.delete')}
          </button>
        </p>
      ) : null}
    </li>
  )
}

type Props = { classId: string; archived: boolean; form: NoticeForm; notices: readonly NoticeLine[] }

/** What those who teach tell a class, and have told it. */
export const Notices = ({ classId, archived, form, notices }: Props) => {
  const { does: doesIt, trouble, busy } = useDoing()
  const [said, setSaid] = useState('')
  const does: Does = (run, then) => {
    setSaid('')
    doesIt(run, then)
  }
  const told = (value: unknown) => setSaid(saidOf(value as Told))
  return (
    <div className={styles.page} aria-busy={busy}>
      {archived ? (
        <p className="note">{t('classes.isOver')}</p>
      ) : (
        <Write {...{ classId, busy, does, told }} byMail={form.byMail} />
      )}
      <p className="problem" role="alert">
        {trouble}
      </p>
      <p className="num" role="status">
        {said}
      </p>
      {archived || form.assigned.length === 0 ? null : <Reminders assigned={form.assigned} does={does} told={told} />}
      <section className="section" aria-labelledby="written">
        <h2 className="head" id="written">
          {t('notices.written')}
        </h2>
        {notices.length === 0 ? <p className="muted">{t('notices.nothing')}</p> : null}
        <ul className={own.notices}>
          {notices.map((notice) => (
            <Line key={notice.noticeId} notice={notice} does={does} />
          ))}
        </ul>
      </section>
    </div>
  )
}
