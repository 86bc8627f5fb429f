import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { AnalysedItem } from '#lib/server/quizzes/items.ts'
import { t } from '#words'
import { Bars } from './bars.tsx'
import styles from './items.module.css'
import { flagWords, instead, mendedWords } from './words.ts'

const JOINER = '\u2060'
const stemText = (stem: string): string => stem.replaceAll('____', '…')

type Props = {
  readonly item: AnalysedItem
  readonly language: string
  /** What can be seen or done beyond it: figures, putting it right. */
  readonly children: ReactNode
}

/** One question: what needs a look, how often each answer was given, and the sentence that it stands on. */
export const Item = ({ item, language, children }: Props) => {
  const { question, analysis } = item
  const mended = mendedWords(question)
  // What was dropped, or is given to all, is settled.
  const [said, ...more] = analysis.counts ? analysis.flags.map((flag) => flagWords(flag, question)) : []
  const most = analysis.counts ? instead(analysis, question) : null
  const tongue = tongueOf(language)
  return (
    <article className={styles.item}>
      <h2 className={styles.stem}>
        <span {...tongue}>{stemText(question.stem)}</span>
        {question.sources.map(({ number }) => (
          <span key={number}>
            {JOINER}
            <sup className="fn">{number}</sup>
          </span>
        ))}
      </h2>
      {said ? (
        <p className={styles.said}>
          <Icon name="flag" small />
          <span>{said}</span>
        </p>
      ) : null}
      {[most, ...more, mended]
        .filter((words) => words !== null)
        .map((words) => (
          <p key={words}>{words}</p>
        ))}
      <Bars item={item} language={language} />
      <p className="label num">{t('items.rightOf', { right: analysis.right, asked: analysis.asked })}</p>
      {question.sources.map(({ number, exact, document, heading }) => (
        <div key={number} className={styles.source}>
          <span className="fn">{number}</span>
          <span>
            <q {...tongue}>{exact}</q>
            {document ? (
              <cite className="label" {...tongue}>
                {[document, heading].filter(Boolean).join(' · ')}
              </cite>
            ) : null}
          </span>
        </div>
      ))}
      {children}
    </article>
  )
}
