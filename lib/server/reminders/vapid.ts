import 'server-only'
import { generateVAPIDKeys } from 'web-push'
import { publicUrl, secretInFile } from '../env.ts'

export type Vapid = { readonly publicKey: string; readonly privateKey: string; readonly subject: string }

/** Where push services may complain; they want an address, and a server that nobody has named has none but this. */
const SUBJECT = 'https://footnote.invalid'

/** The pair of keys by which push services know this installation: `vapid` in the data folder, made once and kept. */
export const vapid = (): Vapid => {
  const { publicKey, privateKey } = JSON.parse(secretInFile('vapid', () => JSON.stringify(generateVAPIDKeys())))
  const site = publicUrl()
  return { publicKey, privateKey, subject: site?.protocol === 'https:' ? site.origin : SUBJECT }
}
