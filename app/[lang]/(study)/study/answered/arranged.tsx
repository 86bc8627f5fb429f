import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import type { PackQuestion } from '#lib/session/index.ts'
import { t } from '#words'

type Props = { question: PackQuestion; given: readonly string[]; parts: readonly ('right' | 'wrong')[] | undefined }

/** The right order or the right pairs, each row saying whether it was had and, where not, what was said. */
export const Arranged = ({ question, given, parts }: Props) => {
  const tongue = useTongue()
  const key = Array.isArray(question.key) ? question.key : [question.key]
  const saidOf = (text: string, i: number): string | null => {
    if (question.form === 'match') return given[i] ? t('study.youSaidText', { text: given[i] }) : null
    const place = given.indexOf(text)
    return place < 0 ? null : t('study.youPlacedAt', { n: place + 1 })
  }
  return (
    <ol className="arranged" aria-label={t('study.rightAnswer')}>
      {key.map((text, i) => {
        const had = parts?.[i] === 'right'
        const said = had ? null : saidOf(text, i)
        return (
          <li key={text} className={had ? 'had' : 'missed'}>
            <Icon name={had ? 'right' : 'close'} small />
            <span className="sr">{t(had ? 'study.markRight' : 'study.markWrongWord')}</span>
            <span className="said" {...tongue}>
              {question.left ? <span className="muted">{question.left[i]} </span> : null}
              {text}
            </span>
            {said ? <span className="label">{said}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
