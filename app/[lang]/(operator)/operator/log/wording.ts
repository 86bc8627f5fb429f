import { wholeVoice } from '#lib/messages/index.ts'
import type { Rules } from '#lib/server/installation.ts'
import type { SecurityEventKind } from '#lib/server/security-log.ts'
import { t } from '#words'

/** Whoever a line names. */
export type Named = { readonly kind: string; readonly name: string | null; readonly email: string | null }
type Detail = Readonly<Record<string, unknown>>
type Names = ReadonlyMap<string, string>

const worded = wholeVoice('en').words.happened ?? {}
const isKind = (kind: string): kind is SecurityEventKind => Object.hasOwn(worded, kind)

/** What a kind of line says; a kind that an older version wrote has no words any more. */
export const headOf = (kind: string): string => (isKind(kind) ? t(`happened.${kind}`) : t('happened.other'))

export const nameOf = ({ kind, name, email }: Named): string =>
  name ?? email ?? (kind === 'guest' ? t('operator.guest') : t('operator.nameless'))

const ruleWords = (): Readonly<Record<Rules['signUp'], string>> => ({
  open: t('operator.signUpOpen'),
  invited: t('operator.signUpInvited'),
  closed: t('operator.signUpClosed'),
})

const rulesIn = (text: unknown): Partial<Rules> => {
  try {
    return JSON.parse(String(text)) as Partial<Rules>
  } catch {
    return {}
  }
}

const changesIn = (text: unknown): string[] => {
  const { signUp, domains, library, documentsMax, megabytesMax } = rulesIn(text)
  return [
    ...(signUp ? [t('operator.lineSignUp', { rule: ruleWords()[signUp] })] : []),
    ...(domains?.length ? [t('operator.lineDomains', { domains: domains.join(', ') })] : []),
    ...(domains?.length === 0 ? [t('operator.lineAllDomains')] : []),
    ...(library === undefined ? [] : [library ? t('operator.lineLibraryOn') : t('operator.lineLibraryOff')]),
    ...(documentsMax === undefined ? [] : [t('operator.lineDocumentsMax', { n: documentsMax })]),
    ...(megabytesMax === undefined ? [] : [t('operator.lineMegabytesMax', { n: megabytesMax })]),
  ]
}

const purposeOf = (purpose: unknown): string | undefined =>
  new Map<unknown, string>([
    ['reset', t('operator.lineForReset')],
    ['invite', t('operator.lineForInvite')],
    ['entry', t('operator.lineForEntry')],
    ['slips', t('operator.lineForSlips')],
  ]).get(purpose)

const doerIn = (by: string, names: Names): string => {
  if (by === 'shell') return t('operator.byShell')
  if (by === 'mail') return t('operator.byMail')
  return t('operator.by', { name: names.get(by) || t('operator.somebody') })
}

/** What the details of a line say, in words; those that are for a machine are left out. */
export const wordsOf = (given: unknown, names: Names): string[] => {
  const detail = (typeof given === 'object' && given !== null ? given : {}) as Detail
  const purpose = purposeOf(detail.for)
  return [
    ...(purpose ? [purpose] : []),
    ...(detail.rules === undefined ? [] : changesIn(detail.rules)),
    ...(typeof detail.set === 'string' ? [names.get(detail.set) || t('operator.setGone')] : []),
    ...(typeof detail.ended === 'number' ? [t('operator.lineEnded', { n: detail.ended })] : []),
    ...(typeof detail.accounts === 'number' ? [t('operator.lineAccounts', { n: detail.accounts })] : []),
    ...(typeof detail.entries === 'number' ? [t('operator.lineEntries', { n: detail.entries })] : []),
    ...(typeof detail.by === 'string' ? [doerIn(detail.by, names)] : []),
  ]
}
