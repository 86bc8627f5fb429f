import { Void } from '#app/_ui/void.tsx'
import { Wordmark } from '#app/_ui/wordmark.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { joinPage } from '#lib/server/classes/join.ts'
import { Refusal } from '#lib/server/errors.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import styles from '../../classes/classes.module.css'
import { Join } from './join.tsx'

export const generateMetadata = titled('classes.joinTitle')

type Props = { readonly params: Promise<{ lang: string; code: string }> }

/** A code out of an address; one that is no text is no code. */
const decoded = (code: string): string => {
  try {
    return decodeURIComponent(code)
  } catch {
    return ''
  }
}

const read = (code: string) =>
  joinPage(code).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return null
    throw thrown
  })

const JoinPage = async ({ params }: Props) => {
  const code = decoded((await params).code)
  const found = await read(code)
  const viewer = await currentViewer()
  return (
    <main className="page" id="content">
      <Wordmark href="/" />
      {found === null ? (
        <Void broken title={t('classes.noSuchTitle')} body={t('classes.noSuchCode')}>
          <a className="btn btn-line wide" href="/classes">
            {t('classes.title')}
          </a>
        </Void>
      ) : (
        <div className={styles.page}>
          <div>
            <p className="label">
              {t('classes.ledBy', { names: found.teachers.map((name) => name ?? t('classes.nameless')).join(', ') })}
            </p>
            <h1 className="title">
              <bdi>{found.title}</bdi>
            </h1>
            {found.note ? (
              <p className="muted">
                <bdi>{found.note}</bdi>
              </p>
            ) : null}
          </div>
          <p className="lede">{t('classes.seesOf')}</p>
          <Join code={code} guests={found.guests} known={viewer?.kind ?? null} />
        </div>
      )}
    </main>
  )
}
export default page(['classes'], JoinPage)
