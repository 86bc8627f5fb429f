import { useEffect, useRef } from 'react'
import { Frame } from '#app/_ui/frame.tsx'
import type { Published } from '#lib/server/desk/publish.ts'
import { t } from '#words'
import { ShareLink } from '../../../_parts/share-link.tsx'

export const PublishedView = ({ made, setId }: { made: Published; setId: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const counts = {
    facts: t('common.facts', { n: made.facts }),
    questions: t('common.questions', { n: made.questions }),
  }
  return (
    <Frame current="documents">
      <section className="void">
        <p className="zero" aria-hidden="true">
          {made.facts}
        </p>
        <h1 className="title" ref={heading} tabIndex={-1}>
          {t('desk.publishedTitle')}
        </h1>
        <p className="lede">{t('desk.willAsk', counts)}</p>
        {made.shareKey ? <ShareLink shareKey={made.shareKey} /> : null}
        <a
          className={`btn wide ${made.shareKey ? 'btn-line' : 'btn-primary'}`}
          href={`/study?${new URLSearchParams({ set: setId })}`}
        >
          {t('desk.studyNow')}
        </a>
        <a className="btn btn-quiet btn-small wide" href="/desk">
          {t('desk.backToDesk')}
        </a>
        <p className="note">{t(made.changed ? 'desk.publishedNew' : 'desk.publishedSame')}</p>
      </section>
    </Frame>
  )
}
