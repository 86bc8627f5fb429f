import { spineOf } from '#app/_ui/cover.ts'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page, titled } from '#app/_words/words.tsx'
import { findFacts, HITS_MAX, isSearch, parseSearch, type Search } from '#lib/server/desk/find.ts'
import { type DeskEntry, desksOf } from '#lib/server/desk/read.ts'
import { type TagCount, tagsOf } from '#lib/server/desk/tags.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Hits } from './hits.tsx'
import styles from './list.module.css'

export const generateMetadata = titled('desk.title')

const SHARED = { private: 'desk.onlyYou', link: 'desk.byLink', public: 'desk.inLibrary' } as const

/** How far a set is judged, drawn: accepted, then rejected, then what is left. */
const Judged = ({ facts, accepted, rejected }: DeskEntry) => (
  <svg className={styles.bar} viewBox={`0 0 ${Math.max(1, facts)} 1`} preserveAspectRatio="none" aria-hidden="true">
    <rect className={styles.left} width={Math.max(1, facts)} height="1" />
    <rect className={styles.rejected} width={accepted + rejected} height="1" />
    <rect className={styles.accepted} width={accepted} height="1" />
  </svg>
)

const hrefOf = ({ setId, isList, isComposed }: DeskEntry): string => {
  if (isComposed) return `/compose?${new URLSearchParams({ set: setId })}`
  return isList ? `/list?${new URLSearchParams({ set: setId })}` : `/desk/${setId}`
}

const Row = ({ entry }: { entry: DeskEntry }) => {
  const open = entry.facts - entry.accepted - entry.rejected
  const said = [
    entry.isList
      ? t('desk.pairs', { n: entry.facts })
      : entry.isComposed
        ? `${t('desk.composed')} · ${t('common.facts', { n: entry.facts })}`
        : open > 0
          ? t('desk.toJudge', { n: open })
          : t('desk.allJudged'),
    ...(entry.flags > 0 ? [t('desk.mistakes', { n: entry.flags })] : []),
    t(SHARED[entry.shared]),
    ...(entry.learners > 0 ? [t('desk.studiedBy', { n: entry.learners })] : []),
  ]
  return (
    <li>
      <a className={styles.row} href={hrefOf(entry)}>
        <span className={styles.head}>
          <strong className={spineOf(entry.colour)} {...tongueOf(entry.language)}>
            {entry.title}
          </strong>
          <Icon name="forward" />
        </span>
        {entry.isList || entry.isComposed ? null : <Judged {...entry} />}
        <span className="label num">{said.join(' · ')}</span>
      </a>
    </li>
  )
}

type PickProps = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly value: string
  /** Value and name of each. */
  readonly of: readonly (readonly [string, string])[]
}

const Pick = ({ name, label, all, value, of }: PickProps) => (
  <select className="input" name={name} aria-label={label} defaultValue={value}>
    <option value="">{all}</option>
    {of.map(([one, words]) => (
      <option key={one} value={one}>
        {words}
      </option>
    ))}
  </select>
)

type FindProps = { readonly search: Search; readonly entries: readonly DeskEntry[]; readonly tags: readonly TagCount[] }

const Find = ({ search: { words, state, tag, setId }, entries, tags }: FindProps) => (
  <search>
    <form className={styles.find} action="/desk">
      <label className="sr" htmlFor="q">
        {t('desk.find')}
      </label>
      <input className="input" id="q" name="q" type="search" defaultValue={words} placeholder={t('desk.find')} />
      <label className="sr" htmlFor="state">
        {t('desk.show')}
      </label>
      <select className="input" id="state" name="state" defaultValue={state}>
        {FOUND_BY.map((one) => (
          <option key={one} value={one}>
            {t(STATES[one])}
          </option>
        ))}
      </select>
      {tags.length === 0 ? null : (
        <Pick
          name="tag"
          label={t('desk.tag')}
          all={t('desk.tagAll')}
          value={tag}
          of={tags.map(({ tag: one }) => [one, one])}
        />
      )}
      {entries.length < 2 ? null : (
        <Pick
          name="set"
          label={t('desk.inSet')}
          all={t('desk.allSets')}
          value={setId}
          of={entries.filter(({ isComposed }) => !isComposed).map((entry) => [entry.setId, entry.title])}
        />
      )}
      <button type="submit" className="btn btn-line">
        {t('desk.search')}
      </button>
    </form>
  </search>
)

/** In need of a look is told from a fact's questions, not by the database. */
const FOUND_BY = ['all', 'open', 'flagged', 'accepted', 'rejected'] as const
const STATES = {
  all: 'desk.stateAll',
  open: 'desk.stateOpen',
  flagged: 'desk.stateFlagged',
  accepted: 'desk.stateAccepted',
  rejected: 'desk.stateRejected',
} as const

type Props = {
  readonly params: Promise<{ lang: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const DeskListPage = async ({ searchParams }: Props) => {
  const search = parseSearch(await searchParams)
  const viewer = await currentViewer()
  const entries = viewer ? await desksOf(viewer) : []
  const searched = isSearch(search)
  const hits = viewer && searched ? await findFacts(viewer, search) : []
  const tags = viewer ? await tagsOf(viewer) : []
  return (
    <Frame current="documents">
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('desk.title')}</h1>
      </header>
      {entries.length === 0 ? (
        <Void level="h2" title={t('desk.none')} body={t('desk.noneBody')}>
          <a className="btn btn-primary wide" href="/new">
            <Icon name="paste" />
            {t('desk.add')}
          </a>
          <a className="btn btn-line wide" href="/list">
            {t('desk.addList')}
          </a>
        </Void>
      ) : (
        <div className={styles.page}>
          <p className="lede">{t('desk.lede')}</p>
          <Find {...{ search, entries, tags }} />
          {searched ? (
            <Hits hits={hits} full={hits.length >= HITS_MAX} />
          ) : (
            <ul className={styles.list}>
              {entries.map((entry) => (
                <Row key={entry.setId} entry={entry} />
              ))}
            </ul>
          )}
          <div className={styles.ways}>
            <a className="btn btn-line" href="/new">
              <Icon name="plus" />
              {t('desk.add')}
            </a>
            <a className="btn btn-line" href="/list">
              <Icon name="plus" />
              {t('desk.addList')}
            </a>
            <a className="btn btn-line" href="/compose">
              <Icon name="plus" />
              {t('desk.addComposed')}
            </a>
          </div>
        </div>
      )}
    </Frame>
  )
}
export default page(['desk', 'account'], DeskListPage)
