import { t } from '#words'
import styles from './new.module.css'
import type { Reading } from './reading.ts'

type Props = { busy: boolean; reading: Reading | null; stopped: boolean; stopping: boolean; onStop: () => void }

/** What the form says while a text is read: of a long one how far it is, with a way to stop it. */
export const Wait = ({ busy, reading, stopped, stopping, onStop }: Props) => {
  const said = stopped ? t('paste.stopped') : null
  const percent = Math.floor((reading?.share ?? 0) * 100)
  return (
    <>
      <p className={`label ${styles.status}`} role="status">
        {busy ? (stopping ? t('paste.stopping') : `${t('paste.working')} ${t('paste.workingNote')}`) : said}
      </p>
      {busy && reading ? (
        <div className={styles.wait}>
          <progress max={100} value={percent} aria-label={t('paste.working')} />
          <span className="label num">{t('paste.share', { n: percent })}</span>
          <button type="button" className="btn btn-line btn-small" aria-busy={stopping} onClick={onStop}>
            {t('paste.stop')}
          </button>
        </div>
      ) : null}
    </>
  )
}
