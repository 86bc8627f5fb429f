import { OAuth2Server } from 'oauth2-mock-server'

/** Somebody as an OpenID Connect issuer knows them. */
export type Claims = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean | string
  readonly name?: string
}

/**
 * An OpenID Connect issuer on a free port, over HTTP, that lets in at once whoever `person` is. It keeps name and e-mail out of
 * its ID tokens, as careful issuers do, and checks PKCE. `spoil` changes what it signs.
 */
export const openIssuer = async () => {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, 'localhost')
  const state = {
    url: server.issuer.url ?? '',
    person: { sub: 'nobody' } as Claims,
    spoil: {} as Record<string, unknown>,
    close: () => server.stop(),
  }
  server.service.on('beforeTokenSigning', ({ payload }: { payload: Record<string, unknown> }) => {
    Object.assign(payload, { sub: state.person.sub }, state.spoil)
  })
  server.service.on('beforeUserinfo', (answer: { body: unknown }) => {
    answer.body = state.person
  })
  return state
}

/** What the operator of an installation at `site` sets for such an issuer. */
export const issuerSettings = (site: string, issuer: string): Record<string, string> => ({
  FOOTNOTE_URL: site,
  FOOTNOTE_OIDC_ISSUER: issuer,
  FOOTNOTE_OIDC_ID: 'footnote',
  FOOTNOTE_OIDC_SECRET: 'a secret between the two',
  FOOTNOTE_OIDC_NAME: 'Northside School',
})
