import { useAlive } from '#app/_client/index.ts'
import { COLOURS, type Colour } from '#lib/desk/index.ts'
import type { Look } from '#lib/server/desk/look.ts'
import { t } from '#words'
import styles from './parts.module.css'
import { Radio } from './radio.tsx'

const NAMES = {
  clay: 'desk.coverClay',
  sand: 'desk.coverSand',
  moss: 'desk.coverMoss',
  sea: 'desk.coverSea',
  slate: 'desk.coverSlate',
  plum: 'desk.coverPlum',
} as const
const COUNTS = { accents: 'desk.countAccents', articles: 'desk.countArticles' } as const

type Props = { readonly look: Look; readonly onChange: (look: Look) => void }

const Cover = ({ look, onChange }: Props) => {
  const alive = useAlive()
  const pick = (colour: Colour | null) => onChange({ ...look, colour })
  return (
    <fieldset>
      <legend className={styles.name}>{t('desk.cover')}</legend>
      <div className={styles.covers}>
        {[null, ...COLOURS].map((colour) => (
          <label key={colour ?? ''} className={`${styles.swatch} cover-${colour ?? 'none'}`}>
            <input
              type="radio"
              name="cover"
              checked={(look.colour ?? null) === colour}
              disabled={!alive}
              onChange={() => pick(colour)}
            />
            <span className={styles.dot} aria-hidden="true" />
            <span className="label">{t(colour === null ? 'desk.coverNone' : NAMES[colour])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** How a set looks, in which order it begins its facts, and what counts in what is typed. */
export const LookFields = ({ look, onChange }: Props) => {
  const alive = useAlive()
  const counts = look.counts ?? []
  return (
    <>
      <fieldset>
        <legend className={styles.name}>{t('desk.order')}</legend>
        {(['text', 'mixed'] as const).map((order) => (
          <Radio
            key={order}
            name="order"
            label={t(order === 'text' ? 'desk.orderText' : 'desk.orderMixed')}
            checked={(look.order ?? 'text') === order}
            onChange={() => onChange({ ...look, order })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend className={styles.name}>{t('desk.countsTitle')}</legend>
        {(['accents', 'articles'] as const).map((what) => (
          <label key={what} className={`list-row ${styles.choice}`}>
            <input
              type="checkbox"
              checked={counts.includes(what)}
              disabled={!alive}
              onChange={(event) =>
                onChange({
                  ...look,
                  counts: event.target.checked ? [...counts, what] : counts.filter((one) => one !== what),
                })
              }
            />
            <span className="grow">
              <strong>{t(COUNTS[what])}</strong>
            </span>
          </label>
        ))}
      </fieldset>
      <Cover look={look} onChange={onChange} />
    </>
  )
}
