'use client'
import { useTongue } from '#app/_words/tongue.ts'
import type { LiveState, LiveTeaching } from '#lib/server/quizzes/live/state.ts'
import { formatPercent, t } from '#words'
import styles from './big.module.css'

const BLANK = '____'

type Props = { state: LiveState; teaching: LiveTeaching }

/** The end of a round: how the class did, question by question. */
export const Over = ({ state: { title }, teaching: { overview } }: Props) => {
  const tongue = useTongue()
  const answered = overview.reduce((sum, one) => sum + one.answered, 0)
  const right = overview.reduce((sum, one) => sum + one.right, 0)
  return (
    <div className={styles.over}>
      <h1 className={styles.title}>{t('live.overTitle')}</h1>
      <p className={styles.lede}>
        {answered === 0 ? t('live.overNone') : t('live.overShare', { share: formatPercent(right / answered) })}
      </p>
      <h2 className="sr">{t('live.overview')}</h2>
      <ol className={styles.overview} aria-label={title}>
        {overview.map(({ stem, answered: all, right: n }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two questions may have one stem
          <li key={place}>
            <p {...tongue}>{stem.replaceAll(BLANK, '…')}</p>
            <span className="label">{all === 0 ? t('live.nobodyAnswered') : t('live.rightOf', { n, all })}</span>
            <span className={styles.meter} aria-hidden="true">
              <i style={{ inlineSize: formatPercent(all === 0 ? 0 : n / all) }} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
