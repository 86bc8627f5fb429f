import 'server-only'
import type { Knock } from './auth.ts'
import { asRefusal, Refusal, type RefusalCode } from './errors.ts'
import { guestCookie } from './guest-before.ts'
import { holderOf } from './identities.ts'
import { consume } from './limits.ts'
import { look } from './one-time.ts'
import type { Provider } from './providers.ts'
import { sealed, unsealed } from './sealed-cookie.ts'
import { note } from './security-log.ts'
import { requireFreshSession } from './ways-in.ts'
import { t } from './words.ts'

type Answer = { readonly body: string | null; readonly headers: Headers }
type Way = {
  readonly knock: Knock
  readonly provider: Provider
  readonly origin: string
  /** Hands the request to next-auth. */
  readonly ask: () => Promise<Answer>
}

/** Why nobody was signed in or linked, as the page that says so is told. */
type Problem =
  | 'denied'
  | 'stale'
  | 'unreachable'
  | 'suspended'
  | 'closed'
  | 'domains'
  | 'taken'
  | 'others'
  | 'over'
  | 'busy'
  | 'failed'

const PROBLEMS: Partial<Record<RefusalCode, Problem>> = {
  suspended: 'suspended',
  'sign-up-closed': 'closed',
  'cannot-use': 'domains',
  'email-taken': 'taken',
  'other-account': 'others',
  'link-over': 'over',
  'sign-in-again': 'stale',
  'too-many': 'busy',
}

/** The checks that tie an answer to the browser that went out for it, in openid-client's and next-auth's words. */
const STALE = /\b(state|nonce|pkce|code_verifier)\b/i

/** Whoever runs this has to hear of it: a wrong secret looks like a broken provider to everybody else. */
const report = ({ name }: Provider, fault: unknown): void =>
  console.error(`Signing in with ${name} failed: ${fault instanceof Error ? fault.message : 'no reason given'}`)

const problemOf = ({ knock, provider }: Way, error: string | null): Problem => {
  if (knock.thrown !== null) return PROBLEMS[asRefusal(knock.thrown).code] ?? 'failed'
  if (error === 'access_denied') return 'denied'
  if (error === null && knock.fault instanceof Error && STALE.test(knock.fault.message)) return 'stale'
  report(provider, knock.fault)
  return 'unreachable'
}

/** After these the way out is tried again, and an invitation goes along once more. */
const TRIED_AGAIN: readonly Problem[] = ['denied', 'stale', 'unreachable', 'busy', 'failed']

const isMember = ({ viewer }: Knock): boolean => viewer?.kind === 'member'

/**
 * Sends a browser out to a provider: `{url}` to go to. `purpose=link` is for a member who wants that account beside their own;
 * an `invitation` lets a newcomer in on the way back. Throws `cannot-reach` where the provider does not answer, `link-over`,
 * `sign-in-again`, `sign-in-needed`, `too-many`.
 */
export const goOut = async (
  way: Way,
  { purpose, invitation }: Readonly<Record<string, string>>,
  from: string | null,
): Promise<Response> => {
  const { knock, provider, origin, ask } = way
  const { viewer, caller } = knock
  // The answer comes to our public address, where a cookie from any other would be missing.
  if (from !== origin) return Response.json({ url: origin + (invitation ? `/enter#${invitation}` : '/sign-in') })
  await consume('sign-in-address', caller.address)
  const links = purpose === 'link'
  if (links && (viewer === null || !isMember(knock))) throw new Refusal('sign-in-needed')
  if (links && viewer !== null) await requireFreshSession(viewer)
  if (invitation && (await look(invitation)).purpose !== 'invite') throw new Refusal('link-over')
  const { body, headers } = await ask()
  if (knock.fault !== undefined) {
    report(provider, knock.fault)
    throw new Refusal('cannot-reach', t('ways.unreachable', { name: provider.name }))
  }
  const linking =
    links && viewer !== null ? await sealed('linking', { userId: viewer.userId, provider: provider.id }) : null
  headers.append('set-cookie', linking ?? unsealed('linking'))
  if (invitation) headers.append('set-cookie', await sealed('invited', { invitation }))
  return new Response(body, { headers })
}

const refuse = async (way: Way, error: string | null, headers: Headers): Promise<string> => {
  const { knock, provider } = way
  const problem = problemOf(way, error)
  const { proven, caller, viewer, linking } = knock
  if (!TRIED_AGAIN.includes(problem)) headers.append('set-cookie', unsealed('invited'))
  const holder = problem === 'taken' && proven ? await holderOf(proven) : null
  if (holder !== null && proven?.email) {
    const { provider: keptAs, subject, email } = proven
    headers.append('set-cookie', await sealed('pending', { userId: holder, provider: keptAs, subject, email }))
  }
  await note('sign-in-refused', { address: caller.address, detail: { with: provider.keptAs, why: problem } })
  const why = `?problem=${problem}&by=${provider.id}`
  return linking !== null && viewer?.kind === 'member' ? `/settings${why}#ways-in` : `/sign-in${why}`
}

const arrive = async (way: Way, error: string | null, headers: Headers, token: string | undefined): Promise<string> => {
  const { knock } = way
  if (knock.linked) return '/settings#ways-in'
  if (knock.entrant === undefined || knock.thrown !== null) return refuse(way, error, headers)
  const { viewer, entrant } = knock
  headers.append('set-cookie', unsealed('invited'))
  // A guest who became the member is no longer there; any other is remembered, to be asked about.
  if (viewer?.kind === 'guest' && viewer.userId !== entrant.id && token)
    headers.append('set-cookie', guestCookie(token))
  return '/arrive'
}

/**
 * Receives a browser back from a provider, and sends it on to a page of ours at our public address, whatever came of it: a
 * redirect of next-auth's own is never passed on.
 */
export const comeBack = async (way: Way, error: string | null, token: string | undefined): Promise<Response> => {
  const { knock, ask, origin } = way
  const headers = new Headers()
  const tried = await consume('sign-in-address', knock.caller.address)
    .then(ask)
    .catch((thrown: unknown) => {
      knock.thrown ??= thrown
      return null
    })
  for (const cookie of tried?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie)
  headers.set('location', origin + (await arrive(way, error, headers, token)))
  headers.append('set-cookie', unsealed('linking'))
  return new Response(null, { status: 303, headers })
}
