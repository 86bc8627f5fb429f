import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { publicUrl } from './env.ts'

/** No mail is worth a request that hangs. */
const TIMEOUT_MS = 15_000

type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** `FOOTNOTE_SMTP_URL` (`smtp://user:password@host:port`, `smtps://…`) and `FOOTNOTE_MAIL_FROM`; null where no mail is set up. */
const account = (): { readonly url: string; readonly from: string } | null => {
  const { FOOTNOTE_SMTP_URL: url, FOOTNOTE_MAIL_FROM: from } = process.env
  return url && from ? { url, from } : null
}

/** Whether letters can be sent: mail is set up, and there is a public address for their links to lead to. */
export const mailWorks = (): boolean => account() !== null && publicUrl() !== null

const known = globalThis as { footnoteMail?: { url: string; transport: Transporter } }

const transportTo = (url: string): Transporter => {
  if (known.footnoteMail?.url === url) return known.footnoteMail.transport
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = createTransport({ url, ...timeouts })
  known.footnoteMail = { url, transport }
  return transport
}

/** Sends a letter in plain text. Throws where mail is not set up, or what the mail server says. */
export const sendMail = async (letter: Letter): Promise<void> => {
  const mail = account()
  if (mail === null) throw new Error('FOOTNOTE_SMTP_URL and FOOTNOTE_MAIL_FROM are not both set.')
  await transportTo(mail.url).sendMail({ from: mail.from, ...letter })
}
