import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'

type Props = { done: number; all: number; at: string; undo: (() => void) | null }

/** Close, how far along, and Undo, which is always there and says so when there is nothing to take back. */
export const Top = ({ done, all, at, undo }: Props) => (
  <header className="study-top">
    <a className="icon-btn" href="/today" aria-label={t('study.stop')}>
      <Icon name="close" />
    </a>
    <div
      className="progress"
      role="progressbar"
      aria-label={t('study.session')}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
    >
      <b style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
    </div>
    <span className="label num">{at}</span>
    <button
      type="button"
      className="icon-btn"
      aria-label={t('study.undo')}
      aria-keyshortcuts="Control+Z"
      disabled={!undo}
      onClick={undo ?? undefined}
    >
      <Icon name="undo" />
    </button>
  </header>
)
