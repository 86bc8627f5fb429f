import { notFound } from 'next/navigation'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page, titled } from '#app/_words/words.tsx'
import { toLookAt } from '#lib/items/index.ts'
import { sentence } from '#lib/messages/index.ts'
import { type AnalysedItem, type AnalysedQuiz, itemsOf } from '#lib/server/quizzes/items.ts'
import { inWords, t } from '#words'
import { own } from '../../../../../_parts/own.ts'
import { Item } from './item.tsx'
import styles from './items.module.css'
import { Measures, WholeMeasures } from './measures.tsx'

export const generateMetadata = titled('items.title')

type Props = { readonly params: Promise<{ lang: string; class: string; assignment: string }> }

/** Below so many learners only the plain flags are raised. */
const MANY_FROM = 10

const Items = ({ items, language }: { items: readonly AnalysedItem[]; language: string }) => (
  <div className={styles.list}>
    {items.map((item) => (
      <Item key={item.analysis.itemId} {...{ item, language }}>
        <Measures {...{ item, language }} />
      </Item>
    ))}
  </div>
)

const Told = ({ title, language, items, whole }: AnalysedQuiz) => {
  const looked = toLookAt(items.map(({ analysis }) => analysis)).map(({ itemId }) => itemId)
  const look = looked.flatMap((id) => items.filter(({ analysis }) => analysis.itemId === id))
  const rest = items.filter(({ analysis }) => !looked.includes(analysis.itemId))
  const counts = { n: look.length, few: sentence(inWords(look.length)), all: items.length }
  return (
    <div className={styles.page}>
      <div className={styles.opening}>
        <p className="label" {...tongueOf(language)}>
          {title}
        </p>
        <h1 className="title">{look.length > 0 ? t('items.look', counts) : t('items.calm')}</h1>
        <p className="muted">
          {t('items.handedIn', { n: whole.takers })} {t('items.firstOnly')}{' '}
          {whole.takers < MANY_FROM ? t('items.fewYet') : null}
        </p>
      </div>
      {look.length > 0 ? <Items items={look} language={language} /> : null}
      {rest.length > 0 ? (
        <details className={styles.fold}>
          <summary className={`head ${styles.more}`}>
            {t(look.length > 0 ? 'items.others' : 'items.allOfThem', { n: rest.length })}
          </summary>
          <Items items={rest} language={language} />
        </details>
      ) : null}
      <WholeMeasures whole={whole} />
    </div>
  )
}

const QuestionsPage = async ({ params }: Props) => {
  const { class: classId, assignment } = await params
  const told = await own((viewer) => itemsOf(viewer, assignment))
  if (told.classId !== classId) notFound()
  return (
    <Frame>
      <header className="topbar">
        <a className="icon-btn" href={`/classes/${classId}/quiz/${assignment}`} aria-label={t('items.toQuiz')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      {told.items.length === 0 ? (
        <Void title={t('items.emptyTitle')} body={t('items.emptyBody')} />
      ) : (
        <Told {...told} />
      )}
    </Frame>
  )
}
export default page([], QuestionsPage)
