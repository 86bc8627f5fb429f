import { spineOf } from '#app/_ui/cover.ts'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page, titled } from '#app/_words/words.tsx'
import { type LibrarySet, library } from '#lib/server/library.ts'
import { t } from '#words'
import styles from '../desk/list.module.css'

export const generateMetadata = titled('library.title')

type Props = {
  readonly params: Promise<{ lang: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const Row = ({ set }: { set: LibrarySet }) => {
  const said = [
    ...(set.by ? [t('library.by', { name: set.by })] : []),
    t('common.facts', { n: set.facts }),
    ...(set.learners > 1 ? [t('library.studied', { n: set.learners })] : []),
  ]
  return (
    <li>
      <a className={styles.row} href={`/s/${set.shareKey}`}>
        <span className={styles.head}>
          <strong className={spineOf(set.colour)} {...tongueOf(set.language)}>
            {set.title}
          </strong>
          <Icon name="forward" />
        </span>
        <span className="label num">{said.join(' · ')}</span>
      </a>
    </li>
  )
}

const LibraryPage = async ({ searchParams }: Props) => {
  const { q } = await searchParams
  const query = typeof q === 'string' ? q : ''
  const { open, sets, more } = await library(query)
  return (
    <Frame current="documents">
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('library.title')}</h1>
      </header>
      {open ? (
        <div className={styles.page}>
          <p className="lede">{t('library.lede')}</p>
          <search>
            <form className={styles.find} action="/library">
              <label className="sr" htmlFor="q">
                {t('library.find')}
              </label>
              <input
                className="input"
                id="q"
                name="q"
                type="search"
                defaultValue={query}
                placeholder={t('library.find')}
              />
              <button type="submit" className="btn btn-line">
                {t('library.search')}
              </button>
            </form>
          </search>
          {sets.length === 0 ? (
            <p className="muted">{query === '' ? t('library.empty') : t('library.none')}</p>
          ) : (
            <ul className={styles.list}>
              {sets.map((set) => (
                <Row key={set.shareKey} set={set} />
              ))}
            </ul>
          )}
          {more ? <p className="label">{t('library.more')}</p> : null}
        </div>
      ) : (
        <Void level="h2" title={t('library.closed')} body={t('library.closedBody')} />
      )}
    </Frame>
  )
}
export default page([], LibraryPage)
