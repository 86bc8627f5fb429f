'use client'
import { useEffect, useRef, useState } from 'react'
import { useZone } from '#app/_client/use-zone.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { Opening } from '#app/_ui/opening.tsx'
import { Void } from '#app/_ui/void.tsx'
import { TextLanguage } from '#app/_words/tongue.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { askQuiz, type Learner } from '#lib/client/index.ts'
import { type Review, type ReviewedItem, shareOf } from '#lib/quiz/index.ts'
import { formatDate, formatNumber, formatPercent, t } from '#words'
import { pointsWords } from '../_view/points.ts'
import { answeredParts, loadAnswered } from '../study/later.ts'
import { askedWithKey } from './asked.ts'
import styles from './quiz.module.css'

const markOf = ({ given, share, told, standing }: ReviewedItem) => {
  if (told.count === 'drop') return { look: 'partly', icon: 'minus', word: 'quiz.dropped' } as const
  if (told.count === 'full') return { look: 'right', icon: 'right', word: 'quiz.full' } as const
  if (standing === 'late' || standing === 'unsure')
    return { look: 'partly', icon: 'unsure', word: 'quiz.isLate' } as const
  if (standing === 'refused') return { look: 'wrong', icon: 'close', word: 'quiz.isRefused' } as const
  if (given === null) return { look: 'partly', icon: 'minus', word: 'mock.leftOut' } as const
  if (share === 1) return { look: 'right', icon: 'right', word: 'mock.wasRight' } as const
  return share === 0
    ? ({ look: 'wrong', icon: 'close', word: 'mock.wasWrong' } as const)
    : ({ look: 'partly', icon: 'unsure', word: 'mock.wasPartly' } as const)
}

type Parts = NonNullable<ReturnType<typeof answeredParts>>
type ItemProps = { item: ReviewedItem; attemptId: string; parts: Parts; readable: boolean }

/** Where the sentence stands: its heading, and the way to it where this device has the text. */
const Where = ({ item: { told }, readable }: Pick<ItemProps, 'item' | 'readable'>) => {
  const [fact] = told.pack.facts
  if (!fact) return null
  const heading = told.pack.documents.flatMap((one) => one.sections).find(({ id }) => id === fact.sectionId)?.heading
  const query =
    fact.source.kind === 'span' ? new URLSearchParams({ set: told.pack.setId, doc: fact.source.documentId }) : null
  return (
    <p className={`label ${styles.where}`}>
      {heading ? <span {...tongueOf(told.pack.language)}>{heading}</span> : null}
      {query && readable ? (
        <a className="source-link" href={`/read?${query}#f${fact.number}`}>
          {t('study.readInPlace')} <Icon name="forward" small />
        </a>
      ) : null}
    </p>
  )
}

const Item = ({ item, attemptId, parts, readable }: ItemProps) => {
  const below = useRef<HTMLDivElement>(null)
  const { told, given, place } = item
  const asked = askedWithKey(told, attemptId)
  if (!asked) return null
  const mark = markOf(item)
  const { form, key } = asked.question
  // What counts as well since a mend is shown as right, and so is what stood there before.
  const counts = item.share === 1 && (form === 'choice' || form === 'true-false') && typeof given === 'string'
  const shown = counts ? { ...asked, question: { ...asked.question, key: given } } : asked
  const marking = given === null ? null : parts.markingOf(shown, given)
  return (
    <li className={styles.item}>
      <TextLanguage value={told.pack.language}>
        <p className={styles.stem}>
          <span className="num muted">{formatNumber(place + 1)}</span>{' '}
          <span {...tongueOf(told.pack.language)}>{asked.question.stem.replaceAll('____', '…')}</span>
        </p>
        <p className={`${styles.verdict} ${styles[mark.look]}`}>
          <Icon name={mark.icon} small /> {t(mark.word)}
        </p>
        <parts.Shown asked={shown} given={given} marking={marking} focus={below} bare />
        {counts && given !== key ? <p className="label">{t('quiz.alsoRight', { answer: String(key) })}</p> : null}
        <Where item={item} readable={readable} />
      </TextLanguage>
    </li>
  )
}

const titleOf = ({ score, items, toldAt }: Review, moment: (at: number) => string): string => {
  if (score && items) return t('quiz.resultTitle', { points: pointsWords(score.points), outOf: score.outOf })
  return toldAt === null ? t('quiz.notToldYet') : t('quiz.toldAtTitle', { at: moment(toldAt) })
}

/** What became of an attempt: each answer with what is right and the sentence that says so, once that may be told. */
export const ReviewPart = ({ learner, attemptId }: { learner: Learner; attemptId: string }) => {
  const zone = useZone(null)
  const [review, setReview] = useState<Review | null | undefined>()
  const [parts, setParts] = useState(answeredParts)
  useEffect(() => {
    askQuiz<Review>(`/api/attempts/${encodeURIComponent(attemptId)}`).then(setReview, () => setReview(null))
    loadAnswered().then(setParts, () => undefined)
  }, [attemptId])
  if (review === null) return <Void title={t('quiz.needsSignal')} body={t('quiz.needsSignalReview')} />
  if (review === undefined || parts === null) return <Opening />
  const { score, pass, items, assignmentId } = review
  const share = score ? shareOf(score) : null
  const passed = pass !== null && share !== null && share >= pass
  const has = (setId: string) => learner.packs.some((pack) => pack.setId === setId)
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href={`/quiz?quiz=${assignmentId}`} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      <div className={styles.page}>
        <div>
          <p className="label" {...tongueOf(review.language)}>
            {review.title}
          </p>
          <h1 className={`title ${styles.title}`}>{titleOf(review, (at) => formatDate(at, 'moment', zone))}</h1>
          {share === null ? null : (
            <p className="lede">
              {formatPercent(share)}
              {pass === null
                ? ''
                : ` · ${t(passed ? 'quiz.passed' : 'quiz.notPassed', { share: formatPercent(pass) })}`}
            </p>
          )}
        </div>
        {items ? (
          <ol className={styles.items}>
            {items.map((item) => (
              <Item key={item.place} {...{ item, attemptId, parts }} readable={has(item.told.pack.setId)} />
            ))}
          </ol>
        ) : (
          <p className="muted">{t('quiz.untilThen')}</p>
        )}
      </div>
    </>
  )
}
