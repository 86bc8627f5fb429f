import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What arrived, as it came over the wire. */
export type Letter = { readonly to: readonly string[]; readonly raw: string }

/** A mail server of our own on a free port, which takes every letter and keeps it, but for whom it `refuses`. */
export const openMailbox = async () => {
  const letters: Letter[] = []
  const refuses = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(refuses.has(address) ? new Error('No such box') : null),
    onData: (stream, session, done) => {
      let raw = ''
      stream.on('data', (part: Buffer) => {
        raw += part.toString()
      })
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuses,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The one-time token in a letter, whose lines may be folded as quoted-printable. */
export const tokenIn = ({ raw }: Letter): string => /\/enter#([\w-]+)/.exec(raw.replaceAll('=\r\n', ''))?.[1] ?? ''
