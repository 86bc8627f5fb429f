'use client'
import { Icon } from '#app/_ui/icons.tsx'
import type { Learner } from '#lib/client/index.ts'
import { t } from '#words'

/** Says what has not left this device, and nothing when all is well. */
export const SavedChip = ({ online, unsynced, sync }: Pick<Learner, 'online' | 'unsynced' | 'sync'>) => {
  if (!online || sync === 'offline') {
    return (
      <span className="chip chip-box" role="status">
        <Icon name="offline" small />
        {unsynced === 0 ? t('common.offlineSaved') : t('common.offlineUnsent', { n: unsynced })}
      </span>
    )
  }
  if (sync === 'signed-out') {
    return (
      <span role="status">
        <a className="chip chip-box chip-link" href="/sign-in">
          <Icon name="waiting" small />
          <span>
            {t('common.signedOut')} <u>{t('landing.signIn')}</u>
          </span>
        </a>
      </span>
    )
  }
  if (unsynced === 0 || sync === 'syncing' || sync === 'idle') return null
  return (
    <span className="chip chip-box" role="status">
      <Icon name="waiting" small />
      {t('common.unsent', { n: unsynced })}
    </span>
  )
}
