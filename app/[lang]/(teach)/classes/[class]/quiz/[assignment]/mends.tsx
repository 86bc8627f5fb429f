'use client'
import type { MendLine } from '#lib/server/quizzes/results.ts'
import { t } from '#words'
import { undoMendAction } from '../../../quiz-actions.ts'
import type { Does } from '../../doing.ts'
import styles from './results.module.css'
import { Sure } from './sure.tsx'

const KINDS = {
  key: 'results.mendedKey',
  accept: 'results.mendedAccept',
  drop: 'results.mendedDrop',
  full: 'results.mendedFull',
} as const

const kindOf = (kind: string): keyof typeof KINDS =>
  kind === 'key' || kind === 'accept' || kind === 'drop' ? kind : 'full'

const textOf = (answer: string | readonly string[] | null): string =>
  answer === null ? '' : typeof answer === 'string' ? answer : answer.join('; ')

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
            <p>{t(KINDS[kindOf(one.kind)], { answer: textOf(one.answer) })}</p>
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
