import type { Metadata } from 'next'
import { spineOf } from '#app/_ui/cover.ts'
import { Void } from '#app/_ui/void.tsx'
import { Wordmark } from '#app/_ui/wordmark.tsx'
import { speak } from '#app/_words/on-server.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page } from '#app/_words/words.tsx'
import { sharedPage } from '#lib/server/desk/share.ts'
import { Refusal } from '#lib/server/errors.ts'
import { t } from '#words'
import { Begin } from './begin.tsx'
import { ReportSet } from './report.tsx'
import styles from './shared.module.css'

type Props = { readonly params: Promise<{ lang: string; key: string }> }

const read = (key: string) =>
  sharedPage(key).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return null
    throw thrown
  })

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  await speak(props)
  const set = await read((await props.params).key)
  // Whoever has the link may begin; nobody is to come by it through a search.
  return { title: set?.title ?? t('shared.goneTitle'), robots: { index: false } }
}

const SharedPage = async ({ params }: Props) => {
  const { key } = await params
  const set = await read(key)
  return (
    <main className={`page ${styles.page}`} id="content">
      <Wordmark href="/" />
      {set === null ? (
        <Void broken title={t('shared.goneTitle')} body={t('shared.goneBody')} />
      ) : (
        <>
          <p className="label">{set.by ? t('shared.by', { name: set.by }) : t('shared.anonymous')}</p>
          <h1 className={`title ${styles.title} ${spineOf(set.colour)}`} {...tongueOf(set.language)}>
            {set.title}
          </h1>
          <p className="lede">
            {t('shared.lede', {
              facts: t('common.facts', { n: set.facts }),
              questions: t('common.questions', { n: set.questions }),
            })}
          </p>
          <Begin shareKey={key} />
          {set.sections.length > 1 ? (
            <section className={styles.sections}>
              <h2 className="label">{t('shared.sections')}</h2>
              <ul {...tongueOf(set.language)}>
                {set.sections.map((heading, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two sections may share a heading, and none moves
                  <li key={at}>{heading}</li>
                ))}
              </ul>
            </section>
          ) : null}
          <ReportSet shareKey={key} />
        </>
      )}
    </main>
  )
}
export default page(['shared', 'landing'], SharedPage)
