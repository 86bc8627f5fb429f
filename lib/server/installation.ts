import 'server-only'
import type { SignUpRule } from '#lib/generated/sqlite/client.ts'
import { db, type Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { note } from './security-log.ts'
import { authorise, type Viewer } from './viewer.ts'
import { t } from './words.ts'

/**
 * What an operator decided for everyone. `signUp`: `open`, anyone may make an account; `invited`, by an invitation, and
 * guests may try; `closed`, nobody new, no guests either. `domains`: mail domains that may sign up, empty for all. `library`:
 * whether what others made public can be found and read. `documentsMax` and `megabytesMax` are for one person.
 */
export type Rules = {
  readonly signUp: SignUpRule
  readonly domains: readonly string[]
  readonly library: boolean
  readonly documentsMax: number
  readonly megabytesMax: number
}

const DEFAULTS: Rules = { signUp: 'open', domains: [], library: true, documentsMax: 500, megabytesMax: 200 }

const SIGN_UP_RULES: readonly SignUpRule[] = ['open', 'invited', 'closed']
const DOMAINS_MAX = 100
const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/

export const readRules = async (tx: Tx = db()): Promise<Rules> => {
  const row = await tx.installation.findUnique({ where: { id: 1 }, omit: { id: true, updatedAt: true } })
  return row === null ? DEFAULTS : { ...row, domains: row.domains as string[] }
}

const COUNT_MAX = 1e6
/** Of a domain that is none, no more than this is said back. */
const SAID_BACK_MAX = 60

const cannotUse = (field: keyof Rules, problem: string) =>
  new Refusal('cannot-use', problem, { fields: { [field]: problem } })

/** Mail domains as they are compared: `@School.example` is `school.example`. Throws `cannot-use`, naming what is none. */
const plainDomains = (given: readonly unknown[]): string[] => {
  const plain = given.map((domain) => String(domain).trim().toLowerCase().replace(/^@/, '')).filter(Boolean)
  if (plain.length > DOMAINS_MAX) throw cannotUse('domains', t('operator.domainsTooMany', { n: DOMAINS_MAX }))
  const wrong = plain.find((domain) => !DOMAIN.test(domain))
  if (wrong === undefined) return [...new Set(plain)]
  throw cannotUse('domains', t('operator.domainWrong', { domain: wrong.slice(0, SAID_BACK_MAX) }))
}

const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= COUNT_MAX
const COUNTS = ['documentsMax', 'megabytesMax']

const CHECKS: { readonly [K in keyof Rules]: (value: unknown) => boolean } = {
  signUp: (value) => SIGN_UP_RULES.includes(value as SignUpRule),
  domains: Array.isArray,
  library: (value) => typeof value === 'boolean',
  documentsMax: isCount,
  megabytesMax: isCount,
}

/** Which rules are named with a value that they can have. Throws `bad-request`, `cannot-use`. */
export const parseRules = (value: unknown): Partial<Rules> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('bad-request')
  for (const [name, given] of Object.entries(value)) {
    if (Object.hasOwn(CHECKS, name) && CHECKS[name as keyof Rules](given)) continue
    if (!COUNTS.includes(name)) throw new Refusal('bad-request')
    throw cannotUse(name as keyof Rules, t('operator.countWrong', { n: COUNT_MAX }))
  }
  const rules = value as Partial<Rules>
  return rules.domains ? { ...rules, domains: plainDomains(rules.domains) } : rules
}

/** Changes some rules and returns them all. */
export const changeRules = async (viewer: Viewer, change: Partial<Rules>): Promise<Rules> => {
  authorise(viewer, 'change', { kind: 'installation' })
  const rules = { ...(await readRules()), ...change }
  const row = { ...rules, domains: [...rules.domains] }
  await db().installation.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row })
  await note('rules-changed', { by: viewer, detail: { rules: JSON.stringify(change) } })
  return rules
}
