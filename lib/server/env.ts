import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Shorter than this a secret can be guessed; ours has 43 characters (256 bits). */
const SECRET_LENGTH_MIN = 32

/** The one folder that holds everything worth a backup: `FOOTNOTE_DATA`, else `./data`. */
export const dataFolder = (): string => resolve(/* turbopackIgnore: true */ process.env.FOOTNOTE_DATA || 'data')

/** Where people reach this installation from outside (`FOOTNOTE_URL`, or next-auth's own name for it); null when unset. */
export const publicUrl = (): URL | null => {
  const given = process.env.FOOTNOTE_URL || process.env.NEXTAUTH_URL
  if (!given) return null
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error(`FOOTNOTE_URL is not a web address: ${given}`)
  return url
}

/** Whether people reach us encrypted, by a proxy or by our own certificate: what Secure cookies and HSTS depend on. */
export const isSecure = (): boolean => {
  const site = publicUrl()
  return site === null ? Boolean(process.env.FOOTNOTE_TLS_CERT) : site.protocol === 'https:'
}

/** Whether a proxy stands before us, whose word on where a request came from is taken (`FOOTNOTE_TRUST_PROXY`). */
export const trustsProxy = (): boolean => /^(1|true|yes)$/i.test(process.env.FOOTNOTE_TRUST_PROXY ?? '')

/** How many sign-ins, sign-ups or new guests one address may have in ten minutes (`FOOTNOTE_ADDRESS_LIMIT`). */
export const addressLimit = (usual: number): number => {
  const given = process.env.FOOTNOTE_ADDRESS_LIMIT
  if (!given) return usual
  const limit = Number(given)
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(`FOOTNOTE_ADDRESS_LIMIT is "${given}"; it must be a whole number from 1 up.`)
  return limit
}

/** A server that speaks OpenAI's protocol, and which of its models to ask. */
export type LanguageModel = { readonly url: string; readonly model: string; readonly key: string | null }

/** The language model that proposes questions (`FOOTNOTE_LLM_URL`, `_MODEL`, `_KEY`); null where none is set. Throws where half is. */
export const languageModel = (): LanguageModel | null => {
  const { FOOTNOTE_LLM_URL: given, FOOTNOTE_LLM_MODEL: model, FOOTNOTE_LLM_KEY: key } = process.env
  if (!given && !model) return null
  if (!given || !model) throw new Error('Set both FOOTNOTE_LLM_URL and FOOTNOTE_LLM_MODEL, or neither.')
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`FOOTNOTE_LLM_URL is not a web address: ${given}`)
  return { url: given.replace(/\/+$/, ''), model, key: key || null }
}

/** The host that the text of documents is sent to; null where no model is set. */
export const modelHost = (): string | null => URL.parse(process.env.FOOTNOTE_LLM_URL ?? '')?.host || null

/** Further host names to answer to, from `FOOTNOTE_HOSTS` (commas between, a port only where it matters). */
export const listedHosts = (): readonly string[] =>
  (process.env.FOOTNOTE_HOSTS ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')

const readSecret = (file: string): string | null => {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length < SECRET_LENGTH_MIN)
      throw new Error(`${file} is too short to be a secret. Delete it to get a new one.`)
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    return secret
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}

/** Written whole under another name, then linked: no process ever reads half of it, and of two makers one wins. */
const makeSecret = (file: string, content: string): void => {
  mkdirSync(dataFolder(), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${content}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  } finally {
    unlinkSync(draft)
  }
}

/** A secret of the data folder by its name, made once and kept. */
export const secretInFile = (name: string, make: () => string): string => {
  const file = join(dataFolder(), name)
  const kept = readSecret(file)
  if (kept !== null) return kept
  makeSecret(file, make())
  const made = readSecret(file)
  if (made === null) throw new Error(`${file} could not be made.`)
  return made
}

const known = globalThis as { footnoteSecret?: { folder: string; secret: string } }

/** Signs the session cookies: `NEXTAUTH_SECRET`, else the file `secret` in the data folder, made once and kept. */
export const authSecret = (): string => {
  const given = process.env.NEXTAUTH_SECRET
  if (given) return given
  const folder = dataFolder()
  if (known.footnoteSecret?.folder !== folder)
    known.footnoteSecret = { folder, secret: secretInFile('secret', () => randomBytes(32).toString('base64url')) }
  return known.footnoteSecret.secret
}
