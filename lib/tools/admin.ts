// What an operator does, from a shell on the machine: `npm run admin`.
import { parseArgs } from 'node:util'
import { db } from '#lib/server/db.ts'
import { publicUrl } from '#lib/server/env.ts'
import { changeRules, parseRules, readRules } from '#lib/server/installation.ts'
import { linkAddress } from '#lib/server/mailed-links.ts'
import { hasOperator, operatorToken, shell } from '#lib/server/operator.ts'
import { listPeople, makeInvitation, makeResetToken, personBy, readmit, suspend } from '#lib/server/people.ts'
import { readSecurityLog } from '#lib/server/security-log.ts'
import { sharedSets, withhold } from '#lib/server/withheld.ts'
import { readSettings } from './setup/settings.mjs'

const HELP = `npm run admin -- COMMAND

  operator                     a link that makes whoever opens it an operator
  people [TEXT]                members, or those with TEXT in name or e-mail
  reset WHO                    a link with which WHO (e-mail or name) chooses a new password
  suspend WHO | readmit WHO    keep somebody out; let them in again
  invite                       a link with which one newcomer makes an account
  rules                        what holds now
  sign-up open|invited|closed  who may make an account
  domains [DOMAIN ...]         whose e-mail may sign up; none for all
  library on|off               whether shared sets can be found
  quota TEXTS MEGABYTES        how much one person may keep
  sets                         shared sets
  withhold ID | give-back ID   take a shared set from everyone but its owner; give it back
  log [--kind KIND] [--who WHO] the security log, newest first
`

const origin = (): string => publicUrl()?.origin ?? `http://localhost:${process.env.PORT || 3000}`
const tellLink = (token: string): void => console.log(linkAddress(origin(), token))
const idOf = async (who: string): Promise<string> => (await personBy(shell, who)).id

const need = (given: string | undefined, what: string): string => {
  if (given) return given
  throw new Error(`Say ${what}. "npm run admin" alone lists the commands.`)
}

const day = (at: Date | null): string => at?.toISOString().slice(0, 16).replace('T', ' ') ?? ''

const printPeople = async (search = ''): Promise<void> => {
  const { people, more } = await listPeople(shell, { search })
  for (const { name, email, role, lastSeenAt, suspendedAt } of people)
    console.log(
      [name, email, role === 'operator' ? role : '', suspendedAt ? 'suspended' : '', day(lastSeenAt)]
        .filter(Boolean)
        .join('  '),
    )
  if (more) console.log('… and more: give a part of the name')
}

const printLog = async (options: { kind?: string; who?: string }): Promise<void> => {
  const about = options.who ? { userId: await idOf(options.who) } : {}
  const { lines } = await readSecurityLog(shell, { ...about, ...(options.kind ? { kind: options.kind } : {}) })
  for (const { at, kind, user, address, detail } of lines)
    console.log(
      [day(at), kind, user?.name ?? user?.email, address, detail && JSON.stringify(detail)].filter(Boolean).join('  '),
    )
}

const printSets = async (): Promise<void> => {
  for (const { id, title, owner, takenDownAt } of (await sharedSets(shell)).sets)
    console.log([id, title, owner, takenDownAt ? 'withheld' : ''].filter(Boolean).join('  '))
}

type Options = { kind?: string; who?: string; 'if-none'?: boolean }
const tellOperatorLink = async (options: Options): Promise<void> => {
  if (!options['if-none']) return tellLink(await operatorToken())
  if (await hasOperator()) return
  console.log(
    `Nobody runs this Footnote yet. Whoever opens this link does: ${linkAddress(origin(), await operatorToken())}`,
  )
}

const COMMANDS: Readonly<Record<string, (args: string[], options: Options) => Promise<unknown>>> = {
  operator: (_, options) => tellOperatorLink(options),
  people: ([search]) => printPeople(search),
  reset: async ([who]) => tellLink(await makeResetToken(shell, await idOf(need(who, 'whose password')))),
  suspend: async ([who]) => suspend(shell, await idOf(need(who, 'whom'))),
  readmit: async ([who]) => readmit(shell, await idOf(need(who, 'whom'))),
  invite: async () => tellLink(await makeInvitation(shell)),
  rules: async () => console.log(await readRules()),
  'sign-up': ([signUp]) => changeRules(shell, parseRules({ signUp })),
  domains: (domains) => changeRules(shell, parseRules({ domains })),
  library: ([state]) => changeRules(shell, parseRules({ library: { on: true, off: false }[need(state, 'on or off')] })),
  quota: ([texts, megabytes]) =>
    changeRules(shell, parseRules({ documentsMax: Number(texts), megabytesMax: Number(megabytes) })),
  sets: printSets,
  withhold: ([id]) => withhold(shell, need(id, 'which set'), true),
  'give-back': ([id]) => withhold(shell, need(id, 'which set'), false),
  log: (_, options) => printLog(options),
}

const run = async (): Promise<void> => {
  readSettings()
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, who: { type: 'string' }, 'if-none': { type: 'boolean' } },
  })
  const [name = '', ...args] = positionals
  const command = COMMANDS[name]
  if (!command) {
    process.stdout.write(HELP)
    if (name !== '') process.exitCode = 1
    return
  }
  await command(args, values)
  await db().$disconnect()
}

run().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  process.exit(1)
})
