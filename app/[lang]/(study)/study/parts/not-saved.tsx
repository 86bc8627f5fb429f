import { t } from '#words'
import type { NotSaved } from '../use-session.ts'

const WORDS = {
  full: 'study.notSavedFull',
  blocked: 'study.notSavedBlocked',
  missing: 'study.notSavedMissing',
} as const

/** Says that the last answer is not on the device, that everything before it is, and lets it be tried again. */
export const NotSavedNote = ({ notSaved }: { notSaved: NotSaved }) => (
  <div className="not-saved sheet" role="alert">
    <p>
      <strong>{t('study.notSavedTitle')}</strong> {t(WORDS[notSaved.trouble])}
    </p>
    <button type="button" className="btn btn-line btn-small" onClick={notSaved.retry}>
      {t('common.retry')}
    </button>
  </div>
)
