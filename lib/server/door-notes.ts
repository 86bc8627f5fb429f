import 'server-only'
import { link } from './identities.ts'
import { readRules } from './installation.ts'
import { type ProviderName, providerNames, providers } from './providers.ts'
import { forgetSealed, sealedHere } from './sealed-cookie.ts'
import { currentViewer, type Viewer } from './viewer.ts'

/** What a door shows besides its own form: the providers, and what one has to know when one of them did not let them in. */
export type DoorNotes = {
  readonly providers: readonly ProviderName[]
  /** Mail domains that may sign up, in one line. */
  readonly domains: string
  /** The e-mail by which somebody proved themselves here, though it has an account already. */
  readonly email: string | null
}

export const doorNotes = async (): Promise<DoorNotes> => ({
  providers: providerNames(),
  domains: (await readRules()).domains.join(', '),
  email: (await sealedHere('pending'))?.email ?? null,
})

/** The account elsewhere that waits in this browser to be linked to the viewer's own, and to nobody else's; null without. */
export const pendingLink = async () => {
  const [viewer, pending] = [await currentViewer(), await sealedHere('pending')]
  const provider = providers().find(({ keptAs }) => keptAs === pending?.provider)
  if (viewer?.kind !== 'member' || pending === null || provider === undefined) return null
  return pending.userId === viewer.userId ? { pending, name: provider.name, email: pending.email } : null
}

/** Links what waits, once; where nothing does, nothing happens. Throws as `link`. */
export const linkPending = async (viewer: Viewer, address: string): Promise<void> => {
  const waiting = await pendingLink()
  if (waiting !== null) await link(viewer, waiting.pending, { address })
  await forgetSealed('pending')
}

export const forgetPending = (): Promise<void> => forgetSealed('pending')
