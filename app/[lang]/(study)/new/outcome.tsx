import { useEffect, useRef } from 'react'
import { t } from '#words'
import type { Made, Trouble } from './submit.ts'

/** The heading takes the focus, as the form it was on is gone. */
const Heading = ({ children }: { children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 className="title" ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

/** Pages by number, neighbours together: 3–9, 12. */
const pagesIn = (pages: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run[1] === page - 1) run[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

export const Done = ({ made, onAgain }: { made: Made; onAgain: () => void }) => {
  const set = new URLSearchParams({ set: made.setId })
  const counts = {
    facts: t('common.facts', { n: made.facts }),
    questions: t('common.questions', { n: made.questions }),
  }
  if (made.facts === 0)
    return (
      <section className="void">
        <p className="zero" aria-hidden="true">
          0
        </p>
        <Heading>{t('paste.keptTitle')}</Heading>
        <p className="lede">{t('paste.keptBody')}</p>
        <a className="btn btn-primary wide" href={`/desk/${made.setId}`}>
          {t('paste.makeOwn')}
        </a>
        <button type="button" className="btn btn-quiet btn-small wide" onClick={onAgain}>
          {t('paste.another')}
        </button>
      </section>
    )
  return (
    <section className="void">
      <p className="zero" aria-hidden="true">
        {made.facts}
      </p>
      <Heading>{t('paste.doneTitle')}</Heading>
      <p className="lede">{t('paste.doneCounts', counts)}</p>
      {made.unread && made.unread.length > 0 ? (
        <p className="note">{t('paste.unread', { n: made.unread.length, pages: pagesIn(made.unread) })}</p>
      ) : null}
      <a className="btn btn-primary wide" href={`/study?${set}`}>
        {t('paste.studyNow')}
      </a>
      <a className="btn btn-line wide" href={`/read?${set}`}>
        {t('paste.readIt')}
      </a>
      <a className="btn btn-line wide" href={`/desk/${made.setId}`}>
        {t('paste.judgeIt')}
      </a>
      <button type="button" className="btn btn-quiet btn-small wide" onClick={onAgain}>
        {t('paste.another')}
      </button>
      <p className="note">{t('paste.doneNote')}</p>
    </section>
  )
}

const wordsOf = (trouble: Trouble): { title: string; body: string; again: boolean } => {
  switch (trouble.kind) {
    case 'tooLong':
      return { title: t('paste.tooLongTitle'), body: t('paste.tooLong'), again: false }
    case 'refused':
      return { title: t('paste.refusedTitle'), body: trouble.message, again: false }
    case 'later':
      return { title: t('paste.failedTitle'), body: trouble.message, again: true }
    case 'offline':
      return { title: t('paste.offlineTitle'), body: t('paste.offline'), again: true }
    case 'signIn':
      return { title: t('paste.signInTitle'), body: t('paste.signIn'), again: false }
    case 'failed':
      return { title: t('paste.failedTitle'), body: t('paste.failed'), again: true }
  }
}

type FailedProps = { trouble: Trouble; busy: boolean; onEdit: () => void; onRetry: () => void }

export const Failed = ({ trouble, busy, onEdit, onRetry }: FailedProps) => {
  const { title, body, again } = wordsOf(trouble)
  return (
    <section className="void">
      <p className="zero broken" aria-hidden="true">
        †
      </p>
      <Heading>{title}</Heading>
      <p className="lede">{body}</p>
      {again ? (
        <button type="button" className="btn btn-primary wide" aria-busy={busy} onClick={onRetry}>
          {t('common.retry')}
        </button>
      ) : null}
      {trouble.kind === 'signIn' ? (
        <a className="btn btn-primary wide" href="/sign-in">
          {t('landing.signIn')}
        </a>
      ) : null}
      <button
        type="button"
        className={again || trouble.kind === 'signIn' ? 'btn btn-line wide' : 'btn btn-primary wide'}
        onClick={onEdit}
      >
        {t('paste.edit')}
      </button>
      {trouble.kind === 'refused' ? (
        <a className="btn btn-quiet btn-small wide" href="/list">
          {t('paste.listInstead')}
        </a>
      ) : null}
      <p className="note">{t('paste.kept')}</p>
    </section>
  )
}
