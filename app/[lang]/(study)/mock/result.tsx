'use client'
import { useMemo } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage } from '#app/_words/tongue.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Learner } from '#lib/client/index.ts'
import { plansOf, standingReviews } from '#lib/log/index.ts'
import { sentence } from '#lib/messages/index.ts'
import { type Result, type ResultItem, resultOf } from '#lib/sitting/index.ts'
import { formatDate, formatPercent, inWords, t } from '#words'
import { Figure } from '../_view/figure.tsx'
import { pointsWords } from '../_view/points.ts'
import { answerText, citedBy } from '../study/answered/cite.ts'
import { Sentence } from '../study/answered/footnote.tsx'
import { askedIn } from './asked.ts'
import { studyHref } from './bank.ts'
import { formWord } from './forms.ts'
import styles from './mock.module.css'

type Row = { name: string; asked: number; right: number }

const Bars = ({ title, note, rows }: { title: string; note: string; rows: readonly Row[] }) => (
  <Figure
    title={title}
    note={note}
    head={[t('mock.what'), t('mock.right'), t('mock.asked'), t('mock.share')]}
    rows={rows.map(({ name, asked, right }) => [name, pointsWords(right), asked, formatPercent(right / asked)])}
  >
    <ul className={styles.bars}>
      {rows.map(({ name, asked, right }) => (
        <li key={name}>
          <span>{name}</span>
          <span className="label num">{t('mock.of', { right: pointsWords(right), all: asked })}</span>
          <span className={styles.meter} aria-hidden="true">
            <i style={{ width: `${(100 * right) / asked}%` }} />
          </span>
        </li>
      ))}
    </ul>
  </Figure>
)

const markOf = ({ review, share }: ResultItem) => {
  if (!review) return { look: 'h', icon: 'minus', word: 'mock.leftOut' } as const
  if (share === 1) return { look: 'r', icon: 'right', word: 'mock.wasRight' } as const
  return share === 0
    ? ({ look: 'x', icon: 'close', word: 'mock.wasWrong' } as const)
    : ({ look: 'h', icon: 'unsure', word: 'mock.wasPartly' } as const)
}

const shownAs = (given: string): string =>
  given === 'true' ? t('study.true') : given === 'false' ? t('study.false') : given.replaceAll('\n', '; ')

/** One answer with what is right and the sentence that says so. */
const Answer = ({ item, learner, attemptId }: { item: ResultItem; learner: Learner; attemptId: string }) => {
  const { asked: found, review } = item
  const mark = markOf(item)
  if (!found)
    return (
      <li className={styles.answer}>
        <p className="muted">{t('mock.gone')}</p>
      </li>
    )
  const { pack, question } = found
  const { id: questionId, factIds, direction, form } = question
  const asked = askedIn(learner.packs, { setId: pack.setId, questionId, factIds, direction, form }, attemptId)
  const cited = asked ? citedBy(asked) : []
  return (
    <li className={styles.answer}>
      <p {...tongueOf(pack.language)} className={styles.stem}>
        {question.stem.replaceAll('____', '…')}
      </p>
      <p className={`${styles.verdict} ${styles[mark.look]}`}>
        <Icon name={mark.icon} small /> {t(mark.word)}
      </p>
      {review && item.share < 1 ? (
        <p>
          <span className="label">{t('study.youWrote')} </span>
          <span {...tongueOf(pack.language)}>{shownAs(review.given) || '–'}</span>
        </p>
      ) : null}
      <p>
        <span className="label">{t('study.rightAnswer')} </span>
        <span {...tongueOf(pack.language)}>{answerText(question)}</span>
      </p>
      <TextLanguage value={pack.language}>
        {cited.map((one, index) => (
          <p key={asked?.facts[index]?.id} className={styles.source} {...tongueOf(pack.language)}>
            {one.href ? (
              <a
                className="fn"
                href={one.href}
                aria-label={t('mock.readFact', { n: asked?.facts[index]?.number ?? 0 })}
              >
                {asked?.facts[index]?.number}
              </a>
            ) : (
              <span className="fn">{asked?.facts[index]?.number}</span>
            )}
            <span>
              <Sentence cited={one} />
            </span>
          </p>
        ))}
      </TextLanguage>
    </li>
  )
}

const titleOf = ({ items, score }: Result): string => {
  const right = score * items.length
  const words = {
    right: sentence(Number.isInteger(right) ? inWords(right) : pointsWords(right)),
    all: inWords(items.length),
  }
  return t('mock.resultTitle', words)
}

/** What came of a test: by section and form, every answer with its sentence, and the way to mend what was missed. */
export const ResultPart = ({ learner, attemptId }: { learner: Learner; attemptId: string }) => {
  const { entries, packs, settings } = learner
  const told = useMemo(() => {
    const sitting = plansOf(entries).sittings.find((one) => one.attemptId === attemptId)
    return sitting ? { sitting, result: resultOf(sitting, standingReviews(entries), packs) } : null
  }, [entries, packs, attemptId])
  if (!told) return <p className="note">{t('mock.unknown')}</p>
  const { sitting, result } = told
  const minutes = Math.max(
    1,
    Math.round(result.items.reduce((sum, { review }) => sum + (review?.durationMs ?? 0), 0) / 60_000),
  )
  const bySection = result.bySection.map(({ name, ...tally }) => ({ name: name ?? t('mock.noSection'), ...tally }))
  const byForm = result.byForm.map(({ form, ...tally }) => ({ name: formWord(form), ...tally }))
  return (
    <>
      <header className={styles.resultHead}>
        <p className="label num">
          {sitting.title} · {formatDate(sitting.finishedAt, 'moment', settings.timeZone)}
        </p>
        <h1 className="title">{titleOf(result)}</h1>
        <p className="muted num">{t('mock.resultBody', { share: formatPercent(result.score), n: minutes })}</p>
      </header>
      <p className={styles.go}>
        {result.weak.length > 0 ? (
          <a className="btn btn-primary wide" href={studyHref(result.weak)}>
            {t('mock.studyWeak', { n: result.weak.length })}
          </a>
        ) : null}
        <a className={`btn wide ${result.weak.length > 0 ? 'btn-quiet btn-small' : 'btn-primary'}`} href="/mock">
          {t('mock.another')}
        </a>
      </p>
      <div className={`cols cols-even ${styles.figures}`}>
        {bySection.length > 1 ? (
          <Bars title={t('mock.bySection')} note={t('mock.bySectionNote')} rows={bySection} />
        ) : null}
        {byForm.length > 1 ? <Bars title={t('mock.byForm')} note={t('mock.byFormNote')} rows={byForm} /> : null}
      </div>
      <section className="section" aria-labelledby="answers">
        <h2 className="head" id="answers">
          {t('mock.everyAnswer')}
        </h2>
        <ol className={styles.answers}>
          {result.items.map((item) => (
            <Answer key={item.questionId} {...{ item, learner, attemptId }} />
          ))}
        </ol>
      </section>
    </>
  )
}
