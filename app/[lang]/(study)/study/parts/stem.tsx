import { Fragment, type RefObject } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import { t } from '#words'

type Props = { stem: string; numbers: readonly number[]; focus: RefObject<HTMLHeadingElement | null> }

const BLANK = '____'
/** Drawn as a line by its underline; no-break spaces, so that a comma after it stays on its line. */
const RULE = '\u00a0'.repeat(14)
/** Keeps the number on the line of the word before it. */
const WORD_JOINER = '\u2060'

/** The question, its blank drawn as a rule, closed by the number of the sentence it stands on. */
export const Stem = ({ stem, numbers, focus }: Props) => {
  const tongue = useTongue()
  const [before = '', ...after] = stem.split(BLANK)
  const list = numbers.join(', ')
  return (
    <h1 className="question" dir={tongue.dir} ref={focus} tabIndex={-1}>
      <span lang={tongue.lang}>{before}</span>
      {after.map((piece) => (
        <Fragment key={piece}>
          <span className="blank">
            <span className="sr">{t('study.blank')}</span>
            <span aria-hidden="true">{RULE}</span>
          </span>
          <span lang={tongue.lang}>{piece}</span>
        </Fragment>
      ))}
      {list === '' ? null : (
        <>
          {WORD_JOINER}
          <sup className="fn">
            <span className="sr"> {t('common.footnoteNumber', { number: list })}</span>
            <span aria-hidden="true">{list}</span>
          </sup>
        </>
      )}
    </h1>
  )
}
