import { Frame } from '#app/_ui/frame.tsx'
import { Void } from '#app/_ui/void.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { composerOf } from '#lib/server/desk/composer.ts'
import { readRules } from '#lib/server/installation.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { own } from '../_parts/own.ts'
import { ComposeScreen } from './compose.tsx'

export const generateMetadata = titled('compose.title')

type Props = {
  readonly params: Promise<{ lang: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const ComposePage = async ({ searchParams }: Props) => {
  const { set } = await searchParams
  const setId = typeof set === 'string' ? set : null
  const composer =
    setId === null && (await currentViewer()) === null ? null : await own((viewer) => composerOf(viewer, setId))
  if (composer === null || (composer.ingredients.length === 0 && composer.recipe === null))
    return (
      <Frame current="documents">
        <Void title={t('compose.none')} body={t('compose.noneBody')}>
          <a className="btn btn-primary wide" href="/new">
            {t('desk.add')}
          </a>
          <a className="btn btn-line wide" href="/library">
            {t('documents.library')}
          </a>
        </Void>
      </Frame>
    )
  return <ComposeScreen composer={composer} library={(await readRules()).library} />
}
export default page(['compose', 'desk', 'list', 'account'], ComposePage)
