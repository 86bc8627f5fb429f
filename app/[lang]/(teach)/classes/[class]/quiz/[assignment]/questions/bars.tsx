import { Icon } from '#app/_ui/icons.tsx'
import { type Tongue, tongueOf } from '#app/_words/tongue-of.ts'
import type { AnalysedItem } from '#lib/server/quizzes/items.ts'
import { formatPercent, t } from '#words'
import styles from './items.module.css'
import { answerText } from './words.ts'

type Bar = {
  readonly name: string
  readonly text: string
  readonly count: number
  readonly isKey: boolean
  readonly own: boolean
}

/** How many wrong answers in writing are drawn. */
const WRITTEN = 3
const LETTERS = 'ABCDEFGHIJ'

/** What was given: each option, or what is right and the wrong answers that came most; then what is left. */
const barsOf = ({ question, analysis }: AnalysedItem): Bar[] => {
  const { options, wrong, asked, right, unanswered } = analysis
  const key = { name: 'key', text: answerText(question, question.key), count: right, isKey: true, own: true }
  const given = options
    ? options.map(({ text, chosen, isKey }, at) => ({
        ...{ name: LETTERS[at] ?? '', text: answerText(question, text), count: chosen, isKey, own: true },
      }))
    : [
        key,
        ...wrong.slice(0, WRITTEN).map((one) => ({
          ...{ name: '', text: answerText(question, one.given), count: one.count, isKey: false, own: true },
        })),
      ]
  const others = asked - unanswered - given.reduce((sum, { count }) => sum + count, 0)
  const rest = [
    { text: t('items.another'), count: others },
    { text: t('items.open'), count: unanswered },
  ]
  return [
    ...given,
    ...rest.filter(({ count }) => count > 0).map((one) => ({ ...one, name: '', isKey: false, own: false })),
  ]
}

type RowProps = { readonly bar: Bar; readonly asked: number; readonly worst: boolean; readonly tongue: Tongue }

const Row = ({ bar: { name, text, count, isKey, own }, asked, worst, tongue }: RowProps) => {
  const share = formatPercent(count / asked)
  return (
    <li className={`mini ${styles.bar}`}>
      <span className="num">
        {isKey ? (
          <span className="is-right-ink">
            <Icon name="right" small />
            <span className="sr">{t('items.rightAnswer')}</span>
          </span>
        ) : (
          name
        )}
      </span>
      <span className={own ? 'opt' : styles.aside} {...(own ? tongue : {})}>
        {text}
      </span>
      <span className={`b ${isKey ? 'ok' : worst ? 'bad' : ''}`} aria-hidden="true">
        <i style={{ width: share }} />
      </span>
      <span className="num r">{share}</span>
    </li>
  )
}

/** How often each answer was given, drawn: what is right, and the wrong one that came most. */
export const Bars = ({ item, language }: { item: AnalysedItem; language: string }) => {
  const bars = barsOf(item)
  const most = Math.max(0, ...bars.filter(({ isKey, own }) => own && !isKey).map(({ count }) => count))
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <Row
          key={`${bar.name} ${bar.text}`}
          {...{ bar, asked: item.analysis.asked, tongue: tongueOf(language) }}
          worst={most > 0 && bar.own && bar.count === most}
        />
      ))}
    </ul>
  )
}
