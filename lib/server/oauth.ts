import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { GITHUB } from './github-addresses.ts'
import { type Provider, providers } from './providers.ts'

/** Of any one request to a provider. */
const TIMEOUT_MS = 5_000

/**
 * What a provider says of somebody. next-auth calls the id of a person there `id`; we keep people by it, never by `email`,
 * which is null unless the provider has checked it.
 */
type Person = { id: string; name: string | null; email: string | null }
type Claims = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** OpenID Connect Core, 5.1. Some issuers send the truth as a text; one that sends none has not checked. */
const personOf = (claims: Claims): Person => {
  const checked = claims.email_verified === true || claims.email_verified === 'true'
  const names = [claims.name, claims.preferred_username, claims.nickname]
  return {
    id: String(claims.sub ?? ''),
    name: names.map(textOf).find((name) => name !== null) ?? null,
    email: checked ? textOf(claims.email) : null,
  }
}

const shared = ({ id, name, clientId, clientSecret }: Provider) =>
  ({ id, name, type: 'oauth', clientId, clientSecret, httpOptions: { timeout: TIMEOUT_MS } }) as const

const openId = (provider: Provider, issuer: string): OAuthConfig<Claims> => ({
  ...shared(provider),
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  userinfo: {
    // Many issuers keep name and e-mail out of the ID token. What is in it is signed, so it has the last word.
    request: async ({ client, tokens }) => {
      const claims = tokens.id_token === undefined ? {} : (tokens as { claims?: () => Claims }).claims?.()
      const told = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens.access_token ?? '') : {}
      if ('sub' in told && told.sub !== claims?.sub) throw new Error('The userinfo speaks of somebody else')
      return { ...told, ...claims } as { sub: string }
    },
  },
  profile: personOf,
})

type Email = { readonly email?: unknown; readonly primary?: unknown; readonly verified?: unknown }

/** The address that GitHub has checked and its owner put first; the public one on a profile says neither. */
const githubEmail = async (token: string): Promise<string | null> => {
  const answer = await fetch(GITHUB.emails, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!answer.ok) return null
  const emails = (await answer.json()) as readonly Email[]
  return textOf(emails.find(({ primary, verified }) => primary === true && verified === true)?.email)
}

const gitHub = (provider: Provider): OAuthConfig<Claims> => ({
  ...shared(provider),
  issuer: 'https://github.com/login/oauth',
  authorization: { url: GITHUB.authorize, params: { scope: 'read:user user:email' } },
  token: GITHUB.token,
  checks: ['pkce', 'state'],
  userinfo: {
    url: GITHUB.user,
    request: async ({ client, tokens }) => {
      const token = tokens.access_token ?? ''
      const { id, name, login } = await client.userinfo<{ id?: unknown; login?: unknown }>(token)
      const email = await githubEmail(token)
      return {
        sub: id === undefined ? '' : String(id),
        ...(name ? { name } : {}),
        ...(email === null ? {} : { email }),
        login,
      }
    },
  },
  profile: ({ sub, name, login, email }) => ({
    id: String(sub ?? ''),
    name: textOf(name) ?? textOf(login),
    email: textOf(email),
  }),
})

/** As next-auth wants them. */
export const oauthProviders = (): OAuthConfig<Claims>[] =>
  providers().map((provider) =>
    provider.id === 'github'
      ? gitHub(provider)
      : openId(provider, provider.id === 'google' ? 'https://accounts.google.com' : provider.issuer),
  )
