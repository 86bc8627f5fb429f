import { account } from './en/account.ts'
import { common } from './en/common.ts'
import { documents } from './en/documents.ts'
import { errors } from './en/errors.ts'
import { imports } from './en/imports.ts'
import { landing } from './en/landing.ts'
import { lost } from './en/lost.ts'
import { mail } from './en/mail.ts'
import { paste } from './en/paste.ts'
import { progress } from './en/progress.ts'
import { reader } from './en/reader.ts'
import { study } from './en/study.ts'
import { today } from './en/today.ts'

/** Every text on a screen, by section. A second language is a second object of this shape. */
export const en = {
  common,
  landing,
  today,
  documents,
  paste,
  reader,
  progress,
  study,
  account,
  errors,
  imports,
  lost,
  mail,
}
