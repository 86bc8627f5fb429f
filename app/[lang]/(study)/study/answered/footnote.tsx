import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import type { PackFact } from '#lib/session/index.ts'
import { t } from '#words'
import type { Cited } from './cite.ts'

/** The sentence with the answering words marked. */
export const Sentence = ({ cited }: { cited: Cited }) => (
  <>{cited.parts.map((part) => (part.marked ? <mark key={part.at}>{part.text}</mark> : part.text))}</>
)

/** What the question stands on: number, the exact sentence, its place, and the way to it in the text. */
export const Footnote = ({ fact, cited }: { fact: PackFact; cited: Cited }) => {
  const tongue = useTongue()
  return (
    <aside className="footnote" aria-label={`${t('study.source')} ${fact.number}`}>
      <p className="said">
        <span className="fn">{fact.number}</span>
        <span {...tongue}>
          <Sentence cited={cited} />
        </span>
      </p>
      <p className="where">
        <span>{cited.place}</span>
        {cited.href ? (
          <a className="source-link" href={cited.href}>
            {t('study.readInPlace')} <Icon name="forward" small />
          </a>
        ) : null}
      </p>
    </aside>
  )
}
