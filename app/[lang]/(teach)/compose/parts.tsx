import { useAlive } from '#app/_client/index.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Composer, Ingredient } from '#lib/server/desk/composer.ts'
import { t } from '#words'
import type { Choosing } from './choice.ts'
import styles from './compose.module.css'

type PartProps = { readonly one: Ingredient; readonly choosing: Choosing }

const Sections = ({ one, choosing }: PartProps) => {
  const chosen = choosing.part(one.setId)?.sections ?? null
  const headings = one.sections.map(({ heading }) => heading)
  const count = chosen?.length ?? headings.length
  return (
    <details className={styles.sections}>
      <summary className="label">
        {chosen === null ? t('compose.all') : t('compose.chosen', { n: count, all: headings.length })}
      </summary>
      <ul>
        {one.sections.map(({ heading, facts }) => (
          <li key={heading}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={chosen === null || chosen.includes(heading)}
                onChange={() => choosing.toggleSection(one.setId, heading, headings)}
              />
              <span {...(heading === '' ? {} : tongueOf(one.language))}>{heading || t('compose.beginning')}</span>
              <span className="label num">{t('common.facts', { n: facts })}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** That the set has changed since it was taken in, and the way to take the changes over. */
const Newer = ({ one, choosing }: PartProps) => {
  if (one.taken === null || one.taken === one.version) return null
  const taken = choosing.choice.takeOver.includes(one.setId)
  return (
    <p className="note" role="status">
      {taken ? t('compose.taken') : `${t('compose.newer', { title: one.title })} `}
      {taken ? null : (
        <button type="button" className="btn btn-line btn-small" onClick={() => choosing.takeOver(one.setId)}>
          {t('compose.takeOver')}
        </button>
      )}
    </p>
  )
}

const Part = ({ one, choosing }: PartProps) => {
  const alive = useAlive()
  const at = choosing.choice.parts.findIndex(({ setId }) => setId === one.setId)
  return (
    <li className={styles.part}>
      <label className={styles.check}>
        <input type="checkbox" checked={at >= 0} disabled={!alive} onChange={() => choosing.togglePart(one.setId)} />
        <strong {...tongueOf(one.language)}>{one.title}</strong>
        <span className="label num">{t('common.facts', { n: one.facts })}</span>
      </label>
      {at > 0 ? (
        <button
          type="button"
          className="btn btn-quiet btn-small"
          aria-label={t('compose.earlierOf', { title: one.title })}
          onClick={() => choosing.earlier(one.setId)}
        >
          {t('compose.earlier')}
        </button>
      ) : null}
      {at >= 0 && one.sections.length > 1 ? <Sections {...{ one, choosing }} /> : null}
      {at >= 0 ? <Newer {...{ one, choosing }} /> : null}
    </li>
  )
}

/** What can be taken in: what is taken first, in its order. */
export const Parts = ({ composer, choosing }: { composer: Composer; choosing: Choosing }) => {
  const alive = useAlive()
  const { parts, tags } = choosing.choice
  const taken = parts.flatMap(({ setId }) => composer.ingredients.find((one) => one.setId === setId) ?? [])
  const rest = composer.ingredients.filter((one) => !taken.includes(one))
  return (
    <>
      <fieldset>
        <legend className={styles.legend}>{t('compose.goesIn')}</legend>
        <ul className={styles.parts}>
          {[...taken, ...rest].map((one) => (
            <Part key={one.setId} {...{ one, choosing }} />
          ))}
        </ul>
      </fieldset>
      {composer.tags.length === 0 ? null : (
        <fieldset>
          <legend className={styles.legend}>{t('compose.tags')}</legend>
          {composer.tags.map(({ tag, facts }) => (
            <label key={tag} className={styles.check}>
              <input
                type="checkbox"
                checked={tags.includes(tag)}
                disabled={!alive}
                onChange={() => choosing.toggleTag(tag)}
              />
              <strong>{tag}</strong>
              <span className="label num">{t('common.facts', { n: facts })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
