import { notFound } from 'next/navigation'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page, titled } from '#app/_words/words.tsx'
import { toLookAt } from '#lib/items/index.ts'
import { sentence } from '#lib/messages/index.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { type AnalysedItem, type AnalysedQuiz, itemsOf } from '#lib/server/quizzes/items.ts'
import { inWords, t } from '#words'
import { own } from '../../../../../_parts/own.ts'
import { Item } from './item.tsx'
import styles from './items.module.css'
import { Measures, WholeMeasures } from './measures.tsx'
import { PutRight } from './put-right.tsx'

export const generateMetadata = titled('items.title')

type Props = { readonly params: Promise<{ lang: string; class: string; assignment: string }> }

/** Below so many learners only the plain flags are raised. */
const MANY_FROM = 10

type ItemsProps = { items: readonly AnalysedItem[]; language: string; assignmentId: string; mayChange: boolean }

const Items = ({ items, language, assignmentId, mayChange }: ItemsProps) => (
  <div className={styles.list}>
    {items.map((item) => (
      <Item key={item.analysis.itemId} {...{ item, language }}>
        {mayChange ? (
          <PutRight
            {...{
              assignmentId,
              questionId: item.analysis.itemId,
              options: (item.question.options ?? []).map(({ text }) => text),
            }}
            oneLine={item.question.form !== 'order' && item.question.form !== 'match'}
          />
        ) : null}
        <Measures {...{ item, language }} />
      </Item>
    ))}
  </div>
)

const Told = ({ quiz, mayChange }: { quiz: AnalysedQuiz; mayChange: boolean }) => {
  const { title, language, items, whole, assignmentId } = quiz
  const shared = { language, assignmentId, mayChange }
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
      {look.length > 0 ? <Items items={look} {...shared} /> : null}
      {rest.length > 0 ? (
        <details className={styles.fold}>
          <summary className={`head ${styles.more}`}>
            {t(look.length > 0 ? 'items.others' : 'items.allOfThem', { n: rest.length })}
          </summary>
          <Items items={rest} {...shared} />
        </details>
      ) : null}
      <WholeMeasures whole={whole} />
    </div>
  )
}

const QuestionsPage = async ({ params }: Props) => {
  const { class: classId, assignment } = await params
  const { told, role } = await own(async (viewer) => ({
    told: await itemsOf(viewer, assignment),
    role: (await classOf(viewer, classId)).role,
  }))
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
        <Told quiz={told} mayChange={role === 'instructor'} />
      )}
    </Frame>
  )
}
export default page(['mend', 'study'], QuestionsPage)
