import 'server-only'
import { publicUrl } from './env.ts'

/** Other places that people have an account with and can sign in by; `oidc` is whichever issuer an operator names. */
export type ProviderId = 'github' | 'google' | 'oidc'

/**
 * One that is set up here. `name` stands on its button; `keptAs` is what its people are kept under (`Identity.provider`): for
 * an issuer of one's own with its address, since another issuer's people have other ids.
 */
export type Provider = {
  readonly id: ProviderId
  readonly name: string
  readonly keptAs: string
  readonly clientId: string
  readonly clientSecret: string
  /** Without a trailing slash; of `oidc` alone. */
  readonly issuer: string
}

type Account = Pick<Provider, 'clientId' | 'clientSecret'>

const accountAt = (id: string | undefined, secret: string | undefined): Account | null =>
  id && secret ? { clientId: id, clientSecret: secret } : null

const github = (): readonly Provider[] => {
  const account = accountAt(process.env.FOOTNOTE_GITHUB_ID, process.env.FOOTNOTE_GITHUB_SECRET)
  return account ? [{ id: 'github', name: 'GitHub', keptAs: 'github', issuer: '', ...account }] : []
}

const google = (): readonly Provider[] => {
  const account = accountAt(process.env.FOOTNOTE_GOOGLE_ID, process.env.FOOTNOTE_GOOGLE_SECRET)
  return account ? [{ id: 'google', name: 'Google', keptAs: 'google', issuer: '', ...account }] : []
}

const oidc = (): readonly Provider[] => {
  const { FOOTNOTE_OIDC_ISSUER: given, FOOTNOTE_OIDC_NAME: name } = process.env
  const account = accountAt(process.env.FOOTNOTE_OIDC_ID, process.env.FOOTNOTE_OIDC_SECRET)
  if (account === null || !given) return []
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`FOOTNOTE_OIDC_ISSUER is not a web address: ${given}`)
  const issuer = given.replace(/\/+$/, '')
  return [{ id: 'oidc', name: name || url.host, keptAs: `oidc:${issuer}`, issuer, ...account }]
}

/** Those that can be used: none without `FOOTNOTE_URL`, to whose address alone they send people back. */
export const providers = (): readonly Provider[] => (publicUrl() === null ? [] : [...github(), ...google(), ...oidc()])
export const providerBy = (id: string | undefined): Provider | null =>
  providers().find((provider) => provider.id === id) ?? null

/** What a screen may know of them. */
export type ProviderName = Pick<Provider, 'id' | 'name'>

export const providerNames = (): readonly ProviderName[] => providers().map(({ id, name }) => ({ id, name }))
