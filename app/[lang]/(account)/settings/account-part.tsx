import type { OwnAccount } from '#lib/server/own-account.ts'
import { t } from '#words'
import { DeleteAccount } from './delete-account.tsx'
import { ChangePassword, Name } from './member-forms.tsx'
import { SetPassword } from './set-password.tsx'
import styles from './settings.module.css'
import { EndSessions, SignOut } from './way-out.tsx'

const Guest = () => (
  <div className={`sheet stack ${styles.guest}`}>
    <h3 className="head">{t('account.guestHead')}</h3>
    <p className="muted">{t('account.guestBody')}</p>
    <a className="btn btn-primary" href="/sign-up">
      {t('account.makeAccount')}
    </a>
    <a className="btn btn-line" href="/move">
      {t('enter.moveLink')}
    </a>
  </div>
)

/** Who one is here, and the ways out. */
export const AccountPart = ({ account }: { account: OwnAccount }) => {
  const member = account.kind === 'member'
  const given = account.loginIsName ? null : account.login
  const who = account.email ?? given ?? account.name ?? ''
  return (
    <section className="section">
      <h2 className="label">{t('account.account')}</h2>
      {member ? null : <Guest />}
      <ul className="list">
        {member ? (
          <>
            {account.email === null ? null : (
              <li className="list-row">
                <span className="grow">
                  <strong>{t('account.email')}</strong>
                  <span className="muted">{account.email}</span>
                </span>
              </li>
            )}
            {given === null ? null : (
              <li className="list-row">
                <span className="grow">
                  <strong>{t('account.nameSignIn')}</strong>
                  <span className="muted">{given}</span>
                </span>
              </li>
            )}
            <Name name={account.name} signsIn={account.loginIsName} />
            {account.hasPassword ? (
              <ChangePassword who={who} />
            ) : (
              <SetPassword who={account.email ?? account.login} name={account.name} />
            )}
            <EndSessions />
          </>
        ) : null}
        <SignOut guest={!member} />
        <DeleteAccount who={account.hasPassword ? who : null} />
      </ul>
    </section>
  )
}
