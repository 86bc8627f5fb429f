import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as postPassword } from '#app/api/account/password/route.ts'
import { POST as postMail } from '#app/api/mail/route.ts'
import { type Letter, openMailbox, tokenIn } from '#lib/testing/mailbox.ts'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { changeRules } from './installation.ts'
import { mailWorks } from './mail.ts'
import { shell } from './operator.ts'
import { hashPassword } from './passwords.ts'
import { suspend } from './people.ts'

let end: () => Promise<void>
let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  ;({ end } = await newDatabase())
  mailbox = await openMailbox()
  vi.stubEnv('FOOTNOTE_SMTP_URL', mailbox.url)
  vi.stubEnv('FOOTNOTE_MAIL_FROM', 'Footnote <footnote@learn.example>')
  vi.stubEnv('FOOTNOTE_URL', 'http://localhost:3000')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await mailbox.close()
  await end()
})

const PASSWORD = 'fig vine amber'
const ask = (kind: string, email: string) => visitor().send(postMail, '/api/mail', {}, { json: { kind, email } })
const letterTo = (email: string): Promise<Letter> =>
  vi.waitFor(() => {
    const found = mailbox.letters.find(({ to }) => to.includes(email))
    if (!found) throw new Error(`no letter to ${email}`)
    return found
  })
/** Every letter is written after its answer; one to somebody else that comes later shows that none is on its way. */
const nothingTo = async (email: string) => {
  const marker = `marker-${email}`
  await newPerson({ email: marker, passwordHash: 'x' })
  await ask('reset', marker)
  await letterTo(marker)
  expect(mailbox.letters.filter(({ to }) => to.includes(email))).toEqual([])
}

describe('a letter', () => {
  it('brings back in whoever forgot the password', async () => {
    const email = 'ada@example.org'
    await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })
    expect((await ask('reset', ' Ada@Example.org ')).status).toBe(202)
    const letter = await letterTo(email)
    expect(letter.raw).toMatch(/^From: Footnote <footnote@learn\.example>/m)
    expect(letter.raw).toContain('http://localhost:3000/enter#')
    const json = { token: tokenIn(letter), password: 'harbour lantern moss' }
    const browser = visitor()
    expect((await browser.send(postPassword, '/api/account/password', {}, { json })).status).toBe(200)
    expect(await browser.session()).toMatchObject({ email })
  })

  it('signs in without a password, and makes an account for an address that has none', async () => {
    expect((await ask('entry', 'fresh@example.org')).status).toBe(202)
    const browser = visitor()
    await browser.enter('link', { token: tokenIn(await letterTo('fresh@example.org')) })
    expect(await browser.session()).toMatchObject({ email: 'fresh@example.org', kind: 'member' })
  })

  it('goes to nobody without an account who asks for a password, though the answer is the same', async () => {
    expect((await ask('reset', 'nobody@example.org')).status).toBe(202)
    await nothingTo('nobody@example.org')
  })

  it('goes to nobody new where nobody new may come, and to nobody who is kept out', async () => {
    await changeRules(shell, { signUp: 'invited' })
    const out = await newPerson({ email: 'out@example.org', passwordHash: 'x' })
    await suspend(shell, out.viewer.userId)
    for (const email of ['new@example.org', 'out@example.org']) {
      expect((await ask('entry', email)).status).toBe(202)
      await nothingTo(email)
    }
    await changeRules(shell, { signUp: 'open' })
  })

  it('is not sent again and again to the same box', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await ask('entry', 'full@example.org')).status)
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
    await vi.waitFor(() => expect(mailbox.letters.filter(({ to }) => to.includes('full@example.org'))).toHaveLength(5))
  })

  it.each(['', 'no address', 'a@b', 'a\r\nBcc: all@example.org@example.org'])('is not sent to %j', async (email) =>
    expect((await ask('reset', email)).status).toBe(422),
  )

  it('needs both a mail server and a public address', () => {
    expect(mailWorks()).toBe(true)
    vi.stubEnv('FOOTNOTE_URL', '')
    expect(mailWorks()).toBe(false)
    vi.stubEnv('FOOTNOTE_URL', 'http://localhost:3000')
  })
})
