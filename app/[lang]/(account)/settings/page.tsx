import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { may } from '#lib/classes/index.ts'
import { ownAccount } from '#lib/server/own-account.ts'
import { readSettings } from '#lib/server/settings.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { AccountPart } from './account-part.tsx'
import { MyData } from './my-data.tsx'
import { OperatorLink } from './operator-link.tsx'
import { PasskeysPart } from './passkeys-part.tsx'
import { RemindersPart } from './reminders-part.tsx'
import styles from './settings.module.css'
import { SettingsParts } from './settings-parts.tsx'
import { WaysIn } from './ways-in.tsx'

export const generateMetadata = titled('account.settingsTitle')

const Nobody = () => (
  <Frame>
    <Void title={t('account.notSignedInHead')} body={t('account.notSignedInBody')}>
      <a className="btn btn-primary wide" href="/">
        {t('account.start')}
      </a>
      <a className="btn btn-quiet btn-small wide" href="/sign-in">
        {t('account.signIn')}
      </a>
    </Void>
  </Frame>
)

const SettingsPage = async () => {
  const viewer = await currentViewer()
  if (viewer === null) return <Nobody />
  const [settings, account] = await Promise.all([readSettings(viewer), ownAccount(viewer)])
  return (
    <Frame>
      <div className={styles.page}>
        <header className="topbar">
          <a className="icon-btn hide-l" href="/today" aria-label={t('common.back')}>
            <Icon name="back" />
          </a>
          <h1 className="head">{t('account.settingsTitle')}</h1>
          <span className={`hide-l ${styles.counterweight}`} />
        </header>
        <SettingsParts initial={settings} timeZones={Intl.supportedValuesOf('timeZone')} />
        <RemindersPart viewer={viewer} />
        <WaysIn viewer={viewer} />
        <PasskeysPart viewer={viewer} account={account} />
        <MyData />
        <AccountPart account={account} />
        {may(viewer, 'read', { kind: 'installation' }) ? <OperatorLink /> : null}
      </div>
    </Frame>
  )
}
export default page(['account', 'mydata', 'passkeys', 'reminders', 'ways'], SettingsPage)
