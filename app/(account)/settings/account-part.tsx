import { t } from '#lib/messages/index.ts'
import type { OwnAccount } from '#lib/server/own-account.ts'
import { DeleteAccount } from './delete-account.tsx'
import { ChangePassword, Name } from './member-forms.tsx'
import styles from './settings.module.css'
import { EndSessions, SignOut } from './way-out.tsx'

const Guest = () => (
  <div className={`sheet stack ${styles.guest}`}>
    <h3 className="head">{t('account.guestHead')}</h3>
    <p className="muted">{t('account.guestBody')}</p>
    <a className="btn btn-primary" href="/sign-up">
      {t('account.makeAccount')}
    </a>
  </div>
)

/** Who one is here, and the ways out. */
export const AccountPart = ({ account }: { account: OwnAccount }) => {
  const member = account.kind === 'member'
  const who = account.email ?? account.name ?? ''
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
            <Name name={account.name} signsIn={account.email === null} />
            <ChangePassword who={who} />
            <EndSessions />
          </>
        ) : null}
        <SignOut guest={!member} />
        <DeleteAccount who={member ? who : null} />
      </ul>
    </section>
  )
}
