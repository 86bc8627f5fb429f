import { useEffect, useRef } from 'react'
import type { SavedList } from '#lib/server/desk/lists.ts'
import { t } from '#words'
import { ShareLink } from '../_parts/share-link.tsx'

/** What comes after a list was saved: study it, hand on its link, go on with it. */
export const Saved = ({ saved: { setId, facts, shareKey, version } }: { saved: SavedList }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const set = new URLSearchParams({ set: setId })
  return (
    <section className="void">
      <p className="zero" aria-hidden="true">
        {facts}
      </p>
      <h1 className="title" ref={heading} tabIndex={-1}>
        {t('list.savedTitle')}
      </h1>
      <p className="lede">{t('desk.pairs', { n: facts })}</p>
      {shareKey ? <ShareLink shareKey={shareKey} /> : null}
      <a className={`btn wide ${shareKey ? 'btn-line' : 'btn-primary'}`} href={`/study?${set}`}>
        {t('list.study')}
      </a>
      <a className="btn btn-quiet btn-small wide" href={`/list?${set}`}>
        {t('list.again')}
      </a>
      {version > 1 ? <p className="note">{t('list.savedNote')}</p> : null}
    </section>
  )
}
