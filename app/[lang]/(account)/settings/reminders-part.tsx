import { feedPath } from '#lib/server/reminders/feed.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Feed } from './feed.tsx'
import { PushPart } from './push.tsx'

/** Being told of what is due. */
export const RemindersPart = async ({ viewer }: { viewer: Viewer }) => (
  <section className="section">
    <h2 className="label">{t('reminders.head')}</h2>
    <ul className="list">
      <PushPart />
      <Feed initial={await feedPath(viewer)} />
    </ul>
  </section>
)
