import { Frame } from '#app/_ui/frame.tsx'
import { Void } from '#app/_ui/void.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { sentence } from '#lib/messages/index.ts'
import { assignableSets } from '#lib/server/classes/assignments.ts'
import { gradesIn } from '#lib/server/classes/grades.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { reasonWords } from '#lib/server/classes/reason-words.ts'
import { inWords, t } from '#words'
import { own } from '../../../_parts/own.ts'
import { ClassHead } from '../head.tsx'
import { Book } from './book.tsx'
import { bookRow } from './cells.ts'
import styles from './grades.module.css'

export const generateMetadata = titled('grades.title')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const GradesPage = async ({ params }: Props) => {
  const { lang, class: classId } = await params
  const { view, book, sets } = await own(async (viewer) => {
    const grades = await gradesIn(viewer, classId)
    return { book: grades, view: await classOf(viewer, classId), sets: await assignableSets(viewer, classId) }
  })
  const { compare } = new Intl.Collator(lang, { numeric: true })
  const rows = book.rows
    .map((row) => {
      const words = row.reasons.map((reason) => reasonWords(t, reason, book.columns))
      return bookRow(row, row.name ?? t('grades.nameless'), words)
    })
    .sort((a, b) => compare(a.name, b.name))
  const columns = book.columns.map(({ assignmentId, kind, title, language, date, closesAt }) => ({
    ...{ assignmentId, kind, title, language, date, closesAt },
  }))
  const needing = rows.filter(({ words }) => words.length > 0).length
  const leads = view.role === 'instructor' && !view.archived
  const ways = (
    <a className="btn btn-line wide" href={`/classes/${classId}`}>
      {t('grades.toClass')}
    </a>
  )
  return (
    <Frame>
      <ClassHead view={view} current="grades" />
      <div className={styles.book}>
        {rows.length > 0 ? (
          <p className="muted num">
            {t('grades.learners', { n: rows.length })}.{' '}
            {needing === 0
              ? t('grades.noneNeedsWord')
              : t('grades.needWord', { n: needing, words: sentence(inWords(needing)) })}
          </p>
        ) : null}
        {rows.length === 0 ? (
          <Void level="h2" title={t('grades.nobody')} body={t('grades.nobodyBody')}>
            {ways}
          </Void>
        ) : columns.length === 0 ? (
          <Void level="h2" title={t('grades.nothing')} body={t('grades.nothingBody')}>
            {ways}
          </Void>
        ) : (
          <Book {...{ classId, columns, rows, leads, sets }} />
        )}
      </div>
    </Frame>
  )
}
export default page(['classes', 'grades'], GradesPage)
