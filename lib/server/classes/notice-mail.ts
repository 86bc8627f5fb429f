import 'server-only'
import { db, type Tx } from '../db.ts'
import { publicUrl } from '../env.ts'
import { mailWorks, sendMail } from '../mail.ts'
import { t } from '../words.ts'
import { unusedAccount } from './unused.ts'

/** Letters under way at one moment; mail servers refuse more from one place. */
const AT_ONCE = 5
/** After so many failures in a row the mail server is taken to be down. */
const FAILURES_MAX = 10
/** How often it is noted how many have gone, in letters. */
const NOTED_EVERY = 20

type Said = {
  readonly noticeId: string
  readonly classId: string
  readonly text: string
  readonly author: string | null
}

/** Letters on their way. `sent` counts on until `done`, which never fails. */
export type Mailing = { readonly of: number; sent: number; readonly done: Promise<void> }

/**
 * Which of some learners of a class get letters: who has an e-mail address, has been here with it, and has not asked for none.
 * An address that only a roster names is nobody's to write to.
 */
export const addressesOf = async (tx: Tx, classId: string, userIds: readonly string[]): Promise<string[]> => {
  if (!mailWorks()) return []
  const found = await tx.user.findMany({
    where: {
      ...{ id: { in: [...userIds] }, kind: 'member', email: { not: null }, suspendedAt: null },
      classes: { some: { classId, letters: true } },
      NOT: unusedAccount(),
    },
    orderBy: { id: 'asc' },
    select: { email: true },
  })
  return found.flatMap(({ email }) => email ?? [])
}

/** Sends a notice to some addresses, each alone in its letter, and notes to how many it went. */
export const mailNotice = async (said: Said, addresses: readonly string[]): Promise<Mailing> => {
  const { noticeId, classId, text } = said
  const { title } = await db().class.findUniqueOrThrow({ where: { id: classId }, select: { title: true } })
  const site = publicUrl()
  const author = said.author ?? t('classes.nameless')
  const values = { text, author, title, link: `${site?.origin}/classes/${classId}`, site: site?.host ?? '' }
  const letter = { subject: t('notices.letterSubject', { title, author }), text: t('notices.letter', values) }
  const noted = (mailed: number) => db().notice.updateMany({ where: { id: noticeId }, data: { mailed } })
  const mailing = { of: addresses.length, sent: 0 }
  const waiting = [...addresses]
  let failures = 0
  const post = async (): Promise<void> => {
    for (let to = waiting.shift(); to !== undefined && failures < FAILURES_MAX; to = waiting.shift()) {
      try {
        await sendMail({ to, ...letter })
        failures = 0
        mailing.sent += 1
        if (mailing.sent % NOTED_EVERY === 0) await noted(mailing.sent)
      } catch (thrown) {
        failures += 1
        console.error('A letter of a class could not be sent', thrown)
      }
    }
  }
  const all = async () => {
    await Promise.all(Array.from({ length: AT_ONCE }, post))
    await noted(mailing.sent)
  }
  const done = all().catch((thrown: unknown) => console.error('Letters of a class could not be counted', thrown))
  return Object.assign(mailing, { done })
}
