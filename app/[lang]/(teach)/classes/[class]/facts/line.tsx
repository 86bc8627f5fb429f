import { tongueOf } from '#app/_words/tongue-of.ts'
import type { FactWords } from '#lib/server/classes/facts.ts'
import { formatPercent, t } from '#words'
import { RecallBar } from '../../../_parts/bars.tsx'
import styles from './facts.module.css'

type Props = {
  fact: FactWords & { readonly today: number; readonly due: number }
  language: string
  note?: string
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A fact as it is expected to be known on the day, drawn, with the sentence that states it. */
export const FactLine = ({ fact: { statement, sentence, today, due }, language, note }: Props) => (
  <li className={styles.fact}>
    <span className={styles.statement} {...tongueOf(language)}>
      {statement}
    </span>
    {sentence !== null && plain(sentence) !== plain(statement) ? (
      <q className={styles.sentence} {...tongueOf(language)}>
        {plain(sentence)}
      </q>
    ) : null}
    <RecallBar {...{ today, due }} />
    <span className="label num">
      {t('grades.factRecall', { today: formatPercent(today), due: formatPercent(due) })}
      {note ? ` · ${note}` : ''}
    </span>
  </li>
)
