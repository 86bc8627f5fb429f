import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { classOf } from '#lib/server/classes/read.ts'
import { awaitedIn } from '#lib/server/classes/slips.ts'
import { publicUrl } from '#lib/server/env.ts'
import { Refusal } from '#lib/server/errors.ts'
import { t } from '#words'
import { own } from '../../../../_parts/own.ts'
import styles from '../../../classes.module.css'
import { Slips } from './slips.tsx'

export const generateMetadata = titled('roster.slips')

type Props = { readonly params: Promise<{ lang: string; class: string }> }

const SlipsPage = async ({ params }: Props) => {
  const { class: classId } = await params
  const { view, awaited } = await own(async (viewer) => {
    const found = await classOf(viewer, classId)
    if (!found.teaching) throw new Refusal('not-found')
    return { view: found, awaited: await awaitedIn(viewer, classId) }
  })
  return (
    <Frame>
      <div data-not-printed>
        <header className="topbar">
          <a className="icon-btn" href={`/classes/${classId}/people`} aria-label={t('common.back')}>
            <Icon name="back" />
          </a>
          <span />
        </header>
        <p className="label">
          <bdi>{view.title}</bdi>
        </p>
        <h1 className={`title ${styles.title}`}>{t('roster.slips')}</h1>
      </div>
      <Slips classId={classId} title={view.title} awaited={awaited} site={publicUrl()?.origin ?? null} />
    </Frame>
  )
}
export default page(['roster'], SlipsPage)
