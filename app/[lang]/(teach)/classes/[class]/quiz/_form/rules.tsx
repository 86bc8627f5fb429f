'use client'
import { type ReactNode, useId } from 'react'
import { Segments } from '#app/_ui/controls.tsx'
import { t } from '#words'
import { type QuizDraft, wrongIn } from './draft.ts'
import styles from './form.module.css'

type NumberProps = {
  label: string
  hint: string
  value: string
  /** From where to where it goes, where it does not. */
  wrong: readonly [min: number, max: number] | undefined
  change: (value: string) => void
}

const NumberField = ({ label, hint, value, wrong, change }: NumberProps) => {
  const id = useId()
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint ${id}-wrong`}
        onChange={({ target }) => change(target.value)}
      />
      <p className="label" id={`${id}-hint`}>
        {hint}
      </p>
      <p className="problem" id={`${id}-wrong`} role="alert">
        {wrong ? t('setting.wrongNumber', { min: wrong[0], max: wrong[1] }) : ''}
      </p>
    </div>
  )
}

const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="field">
    <span className={styles.name}>{name}</span>
    {children}
  </div>
)

type Props = { draft: QuizDraft; change: (part: Partial<QuizDraft>) => void }

/** By what rules it is answered. */
export const Rules = ({ draft, change }: Props) => {
  const { limit, attempts, counts, pass, draw, feedback, grace, shuffle } = draft
  const wrong = wrongIn(draft)
  return (
    <>
      <div className={styles.pair}>
        <NumberField
          label={t('setting.limit')}
          hint={t('setting.limitHint')}
          value={limit}
          wrong={wrong.get('limit')}
          change={(value) => change({ limit: value })}
        />
        <NumberField
          label={t('setting.attempts')}
          hint={t('setting.attemptsHint')}
          value={attempts}
          wrong={wrong.get('attempts')}
          change={(value) => change({ attempts: value })}
        />
      </div>
      {attempts.trim() === '1' ? null : (
        <Named name={t('setting.counts')}>
          <Segments
            legend={t('setting.counts')}
            options={[
              ['best', t('setting.best')],
              ['last', t('setting.last')],
              ['mean', t('setting.mean')],
            ]}
            value={counts}
            onChange={(value) => change({ counts: value })}
          />
        </Named>
      )}
      <Named name={t('setting.feedback')}>
        <Segments
          legend={t('setting.feedback')}
          options={[
            ['each', t('setting.each')],
            ['after', t('setting.after')],
            ['closed', t('setting.afterClosed')],
          ]}
          value={feedback}
          onChange={(value) => change({ feedback: value })}
        />
      </Named>
      <details className={styles.more}>
        <summary>{t('setting.more')}</summary>
        <div className={styles.pair}>
          <NumberField
            label={t('setting.pass')}
            hint={t('setting.passHint')}
            value={pass}
            wrong={wrong.get('pass')}
            change={(value) => change({ pass: value })}
          />
          <NumberField
            label={t('setting.draw')}
            hint={t('setting.drawHint')}
            value={draw}
            wrong={wrong.get('draw')}
            change={(value) => change({ draw: value })}
          />
          <NumberField
            label={t('setting.grace')}
            hint={t('setting.graceHint')}
            value={grace}
            wrong={wrong.get('grace')}
            change={(value) => change({ grace: value })}
          />
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={shuffle} onChange={({ target }) => change({ shuffle: target.checked })} />
          {t('setting.shuffle')}
        </label>
      </details>
    </>
  )
}

/** By what rules all answer together. */
export const LiveRules = ({ draft, change }: Props) => {
  const { seconds, speed, shuffle } = draft
  const wrong = wrongIn(draft)
  return (
    <>
      <NumberField
        label={t('setting.seconds')}
        hint={t('setting.secondsHint')}
        value={seconds}
        wrong={wrong.get('seconds')}
        change={(value) => change({ seconds: value })}
      />
      {seconds.trim() === '' ? null : (
        <label className={styles.check}>
          <input type="checkbox" checked={speed} onChange={({ target }) => change({ speed: target.checked })} />
          {t('setting.speed')}
        </label>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={shuffle} onChange={({ target }) => change({ shuffle: target.checked })} />
        {t('setting.mixed')}
      </label>
    </>
  )
}
