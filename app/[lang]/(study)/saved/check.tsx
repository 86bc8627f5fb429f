import { useState } from 'react'
import { type Checked, type Learner, WireError } from '#lib/client/index.ts'
import { t } from '#words'
import styles from './saved.module.css'

const saying = ({ entries, repairedHere, repairedThere, broughtTogether, agree }: Checked): string[] => [
  agree ? t('saved.checked', { n: entries }) : t('saved.differs'),
  ...(repairedHere + repairedThere > 0 ? [t('saved.repaired', { n: repairedHere + repairedThere })] : []),
  ...(broughtTogether && agree ? [t('saved.together')] : []),
]

/** Proves that this device and the server hold the same, and repairs it where they do not. */
export const Check = ({ learner: { store } }: { learner: Learner }) => {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<readonly string[]>([])
  const check = async () => {
    if (!store || busy) return
    setBusy(true)
    setSaid([t('saved.checking')])
    try {
      // Only here: the study route is not to carry it.
      const { checkData } = await import('#lib/client/check.ts')
      setSaid(saying(await checkData(store)))
    } catch (thrown) {
      const offline = thrown instanceof WireError && thrown.fault === 'offline'
      setSaid([t(offline ? 'saved.checkOffline' : 'saved.checkFailed')])
    }
    setBusy(false)
  }
  return (
    <section className={styles.part}>
      <h2 className="head">{t('saved.check')}</h2>
      <p className="muted">{t('saved.checkLede')}</p>
      <button type="button" className="btn btn-line" aria-busy={busy} onClick={check}>
        {t('saved.check')}
      </button>
      <p role="status">{said.join(' ')}</p>
    </section>
  )
}
