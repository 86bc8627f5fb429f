'use client'
import type { ProviderName } from '#lib/server/providers.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { Elsewhere } from '../_parts/elsewhere.tsx'
import { useGuestAnswers } from '../_parts/guest-note.tsx'
import parts from '../_parts/parts.module.css'
import { SignUpForm } from '../sign-up/sign-up-form.tsx'
import { InstallOperator, ToAccount } from './operator.tsx'
import { ResetForm } from './reset-form.tsx'
import { type Here, type Link, type Note, noteFor, type Screen, screenFor } from './screen.ts'
import { useHead } from './use-head.ts'
import { MoveAfterSignOut, WalkIn } from './walk-in.tsx'
import { Over } from './without.tsx'

type Providers = { providers: readonly ProviderName[] }
type Props = Providers & { link: Link; token: string; here: Here; closeTo: string; typeCode: () => void }

/** The statement of each screen; `name` is whom the link lets in, `own` who is signed in here. */
const said = (screen: Exclude<Screen, 'over'>, name: string, own: string): readonly [head: string, lede: string] =>
  ({
    operator: [t('enter.operatorHead'), t('enter.operatorLede', { name: own })] as const,
    'operator-stranger': [t('enter.operatorHead'), t('enter.strangerLede')] as const,
    invite: [t('enter.inviteHead'), t('enter.inviteLede')] as const,
    'invite-member': [t('enter.inviteMemberHead'), t('enter.inviteMemberLede', { name: own })] as const,
    reset: [t('enter.resetHead'), t('enter.resetLede', { name })] as const,
    entry: [t('enter.entryHead'), t('enter.entryLede', { name })] as const,
    move: [t('enter.moveHead'), t('enter.moveLede')] as const,
    'move-member': [t('enter.moveMemberHead'), t('enter.moveMemberLede', { name: own })] as const,
  })[screen]

const wordsOf = (note: Exclude<Note, null>, own: string): string =>
  ({
    'member-leaves': t('enter.noteMember', { name: own }),
    'guest-kept': t('enter.noteGuest'),
    'guest-asked': t('enter.noteOtherGuest'),
  })[note]

type ActProps = Providers & { screen: Exclude<Screen, 'over'>; name: string; login: string | null; token: string }

/** What can be done on a screen. */
const Act = ({ screen, name, login, token, providers }: ActProps) => {
  switch (screen) {
    case 'operator':
      return <InstallOperator token={token} />
    case 'operator-stranger':
      return <ToAccount token={token} />
    case 'invite':
      return (
        <>
          <SignUpForm invitation={token} />
          <Elsewhere providers={providers} invitation={token} />
        </>
      )
    case 'invite-member':
      return (
        <a className={`btn btn-primary wide ${parts.form}`} href="/today">
          {t('account.backToToday')}
        </a>
      )
    case 'reset':
      return <ResetForm token={token} who={name} login={login} />
    case 'entry':
      return <WalkIn token={token} words={t('enter.entryDo', { name })} />
    case 'move':
      return <WalkIn token={token} words={t('enter.moveDo')} />
    case 'move-member':
      return <MoveAfterSignOut token={token} />
  }
}

/** What a link is for, what becomes of whoever this device knows, and the one thing to do. */
export const LinkScreen = ({ link, token, here, providers, closeTo, typeCode }: Props) => {
  const answers = useGuestAnswers()
  const headRef = useHead()
  const screen = screenFor(link, here)
  if (screen === 'over') return <Over closeTo={closeTo} typeCode={typeCode} />
  const [name, own] = [link.name ?? '', here?.name ?? '']
  const [head, lede] = said(screen, name, own)
  const note = noteFor(screen, link, here, answers)
  return (
    <Door head={head} lede={lede} closeTo={closeTo} foot={null} headRef={headRef}>
      {note ? <p className={parts.note}>{wordsOf(note, own)}</p> : null}
      <Act {...{ screen, name, token, providers }} login={link.login} />
    </Door>
  )
}
