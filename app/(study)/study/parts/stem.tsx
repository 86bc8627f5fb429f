import { Fragment, type RefObject } from 'react'
import { t } from '../words.ts'

type Props = { stem: string; numbers: readonly number[]; focus: RefObject<HTMLHeadingElement | null> }

const BLANK = '____'
/** Drawn as a line by its underline; no-break spaces, so that a comma after it stays on its line. */
const RULE = '\u00a0'.repeat(14)
/** Keeps the number on the line of the word before it. */
const WORD_JOINER = '\u2060'

/** The question, its blank drawn as a rule, closed by the number of the sentence it stands on. */
export const Stem = ({ stem, numbers, focus }: Props) => {
  const [before = '', ...after] = stem.split(BLANK)
  const list = numbers.join(', ')
  return (
    <h1 className="question" ref={focus} tabIndex={-1}>
      {before}
      {after.map((piece) => (
        <Fragment key={piece}>
          <span className="blank">
            <span className="sr">{t('study.blank')}</span>
            <span aria-hidden="true">{RULE}</span>
          </span>
          {piece}
        </Fragment>
      ))}
      {WORD_JOINER}
      <sup className="fn">
        <span className="sr"> {t('common.footnoteNumber', { number: list })}</span>
        <span aria-hidden="true">{list}</span>
      </sup>
    </h1>
  )
}
