'use client'
import type { MendLine } from '#lib/server/quizzes/results.ts'
import { t } from '#words'
import { answerWords } from '../../../../_parts/answer-words.ts'
import { Sure } from '../../../../_parts/sure.tsx'
import { undoMendAction } from '../../../quiz-actions.ts'
import type { Does } from '../../doing.ts'
import styles from './results.module.css'

const KINDS = {
  key: 'results.mendedKey',
  accept: 'results.mendedAccept',
  drop: 'results.mendedDrop',
  full: 'results.mendedFull',
} as const

const kindOf = (kind: string): keyof typeof KINDS =>
  kind === 'key' || kind === 'accept' || kind === 'drop' ? kind : 'full'

type Props = { mends: readonly MendLine[]; mayChange: boolean; does: Does; moment: (at: number) => string }

/** What was put right after it was answered, the last first, each of which can be taken back. */
export const Mends = ({ mends, mayChange, does, moment }: Props) =>
  mends.length === 0 ? null : (
    <section className="section" aria-labelledby="mends">
      <h2 className="head" id="mends">
        {t('results.mends')}
      </h2>
      <ul className={styles.list}>
        {mends.map((one) => (
          <li key={one.mendId}>
            <p className={styles.stem}>{one.stem.replaceAll('____', '…')}</p>
            <p>{t(KINDS[kindOf(one.kind)], { answer: answerWords(one.answer ?? '') })}</p>
            <p className="label num">
              <bdi>{one.by ?? t('classes.nameless')}</bdi> · {moment(one.at)}
              {one.undoneAt === null ? '' : ` · ${t('results.undone', { at: moment(one.undoneAt) })}`}
            </p>
            {mayChange && one.undoneAt === null ? (
              <p className={styles.ways}>
                <Sure
                  word={t('results.undo')}
                  sure={t('results.undoSure')}
                  act={() => does(() => undoMendAction({ mendId: one.mendId }))}
                />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
