import { account } from './en/account.ts'
import { archive } from './en/archive.ts'
import { cards } from './en/cards.ts'
import { classes } from './en/classes.ts'
import { common } from './en/common.ts'
import { compose } from './en/compose.ts'
import { desk } from './en/desk.ts'
import { documents } from './en/documents.ts'
import { due } from './en/due.ts'
import { enter } from './en/enter.ts'
import { errors } from './en/errors.ts'
import { grades } from './en/grades.ts'
import { happened } from './en/happened.ts'
import { imports } from './en/imports.ts'
import { items } from './en/items.ts'
import { landing } from './en/landing.ts'
import { library } from './en/library.ts'
import { list } from './en/list.ts'
import { live } from './en/live.ts'
import { lost } from './en/lost.ts'
import { mail } from './en/mail.ts'
import { mend } from './en/mend.ts'
import { mock } from './en/mock.ts'
import { mydata } from './en/mydata.ts'
import { notices } from './en/notices.ts'
import { operator } from './en/operator.ts'
import { passkeys } from './en/passkeys.ts'
import { paste } from './en/paste.ts'
import { plan } from './en/plan.ts'
import { privacy } from './en/privacy.ts'
import { progress } from './en/progress.ts'
import { quiz } from './en/quiz.ts'
import { reader } from './en/reader.ts'
import { reminders } from './en/reminders.ts'
import { results } from './en/results.ts'
import { roster } from './en/roster.ts'
import { saved } from './en/saved.ts'
import { setting } from './en/setting.ts'
import { shared } from './en/shared.ts'
import { study } from './en/study.ts'
import { today } from './en/today.ts'
import { ways } from './en/ways.ts'

/** Every text on a screen, by section. A second language is a second object of this shape. */
export const en = {
  common,
  landing,
  today,
  documents,
  paste,
  quiz,
  setting,
  results,
  mend,
  due,
  reader,
  progress,
  plan,
  mock,
  study,
  account,
  enter,
  passkeys,
  errors,
  imports,
  lost,
  mail,
  archive,
  mydata,
  privacy,
  ways,
  operator,
  happened,
  desk,
  compose,
  shared,
  saved,
  cards,
  list,
  library,
  reminders,
  classes,
  items,
  roster,
  notices,
  grades,
  live,
}
