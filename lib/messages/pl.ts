import type { en } from './en.ts'
import { account } from './pl/account.ts'
import { archive } from './pl/archive.ts'
import { cards } from './pl/cards.ts'
import { classes } from './pl/classes.ts'
import { common } from './pl/common.ts'
import { compose } from './pl/compose.ts'
import { desk } from './pl/desk.ts'
import { documents } from './pl/documents.ts'
import { due } from './pl/due.ts'
import { enter } from './pl/enter.ts'
import { errors } from './pl/errors.ts'
import { grades } from './pl/grades.ts'
import { happened } from './pl/happened.ts'
import { imports } from './pl/imports.ts'
import { items } from './pl/items.ts'
import { landing } from './pl/landing.ts'
import { library } from './pl/library.ts'
import { list } from './pl/list.ts'
import { live } from './pl/live.ts'
import { lost } from './pl/lost.ts'
import { mail } from './pl/mail.ts'
import { mend } from './pl/mend.ts'
import { mock } from './pl/mock.ts'
import { mydata } from './pl/mydata.ts'
import { notices } from './pl/notices.ts'
import { operator } from './pl/operator.ts'
import { passkeys } from './pl/passkeys.ts'
import { paste } from './pl/paste.ts'
import { plan } from './pl/plan.ts'
import type { Polish } from './pl/polish.ts'
import { privacy } from './pl/privacy.ts'
import { progress } from './pl/progress.ts'
import { quiz } from './pl/quiz.ts'
import { reader } from './pl/reader.ts'
import { reminders } from './pl/reminders.ts'
import { results } from './pl/results.ts'
import { roster } from './pl/roster.ts'
import { saved } from './pl/saved.ts'
import { setting } from './pl/setting.ts'
import { shared } from './pl/shared.ts'
import { study } from './pl/study.ts'
import { today } from './pl/today.ts'
import { ways } from './pl/ways.ts'

export const pl: { readonly [S in keyof typeof en]: Polish<S> } = {
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
