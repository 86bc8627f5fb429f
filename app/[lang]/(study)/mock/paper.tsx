'use client'
import { Fragment } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Learner } from '#lib/client/index.ts'
import type { TestItem } from '#lib/sitting/index.ts'
import { t } from '#words'
import { answerText, citedBy } from '../study/answered/cite.ts'
import { choicesOf } from '../study/asking.tsx'
import type { Asked } from '../study/question.ts'
import { askedIn } from './asked.ts'
import styles from './paper.module.css'

const LETTERS = 'ABCDEFGH'
const LINE = '____'

const Stem = ({ text }: { text: string }) => (
  <p className={styles.stem}>
    {text.split(LINE).map((piece, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text
      <Fragment key={at}>
        {at > 0 ? <span className={styles.blank} /> : null}
        {piece}
      </Fragment>
    ))}
  </p>
)

const Lines = ({ asked }: { asked: Asked }) => {
  const { question, options } = asked
  const choices = choicesOf(asked)
  if (choices.length > 0)
    return (
      <ol className={styles.options}>
        {choices.map(({ value, text }, i) => (
          <li key={value}>
            <b>{LETTERS[i]}</b> {text}
          </li>
        ))}
      </ol>
    )
  if (question.form === 'order' || question.form === 'match')
    return (
      <div className={styles.two}>
        <ul>
          {(question.left ?? options).map((text) => (
            <li key={text}>
              <span className={styles.box} /> {text}
            </li>
          ))}
        </ul>
        {question.left ? (
          <ol className={styles.options}>
            {options.map((text, i) => (
              <li key={text}>
                <b>{LETTERS[i]}</b> {text}
              </li>
            ))}
          </ol>
        ) : null}
      </div>
    )
  return question.form === 'cloze' ? null : <p className={styles.answerLine} />
}

/** The letter of the right option, where there are letters. */
const letterOf = (asked: Asked): string => {
  const at = choicesOf(asked).findIndex(({ value }) => value === asked.question.key)
  return at < 0 ? '' : `${LETTERS[at]} – `
}

type Props = { learner: Learner; items: readonly TestItem[]; title: string; back: () => void }

/** The test and its key as pages to print: the key begins a page of its own. */
export const Paper = ({ learner, items, title, back }: Props) => {
  const all = items.flatMap((item) => {
    const asked = askedIn(learner.packs, item, title)
    return asked ? [{ item, asked }] : []
  })
  return (
    <main className={styles.paper}>
      <div className={styles.tools}>
        <button type="button" className="btn btn-primary" onClick={() => print()}>
          {t('mock.printNow')}
        </button>
        <button type="button" className="btn btn-quiet" onClick={back}>
          {t('common.back')}
        </button>
      </div>
      <section className={styles.sheet}>
        <h1>{title}</h1>
        <p className={styles.who}>
          {t('mock.paperName')} <span className={styles.blank} /> {t('mock.paperDate')}{' '}
          <span className={styles.blank} />
        </p>
        <ol className={styles.questions}>
          {all.map(({ item, asked }) => (
            <li key={item.entryId} {...tongueOf(asked.pack.language)}>
              <Stem text={asked.question.stem} />
              <Lines asked={asked} />
            </li>
          ))}
        </ol>
      </section>
      <section className={`${styles.sheet} ${styles.key}`}>
        <h2>{t('mock.paperKey', { title })}</h2>
        <ol className={styles.questions}>
          {all.map(({ item, asked }) => (
            <li key={item.entryId} {...tongueOf(asked.pack.language)}>
              <b>
                {letterOf(asked)}
                {answerText(asked.question)}
              </b>
              {citedBy(asked).map(({ parts }, at) => (
                <p key={asked.facts[at]?.id} className={styles.cited}>
                  <sup>{asked.facts[at]?.number}</sup> {parts.map(({ text }) => text).join('')}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </section>
    </main>
  )
}
