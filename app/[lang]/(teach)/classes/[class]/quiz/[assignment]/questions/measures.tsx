import { tongueOf } from '#app/_words/tongue-of.ts'
import type { OptionTally, WholeAnalysis } from '#lib/items/index.ts'
import type { AnalysedItem } from '#lib/server/quizzes/items.ts'
import { formatPercent, t } from '#words'
import styles from './items.module.css'
import { answerText, numberWithin, shareWithin } from './words.ts'

type MeasureProps = { readonly name: string; readonly value: string; readonly means: string }

const Measure = ({ name, value, means }: MeasureProps) => (
  <div className={styles.measure}>
    <dt>{name}</dt>
    <dd className="num">{value}</dd>
    <dd className="label">{means}</dd>
  </div>
)

type GroupsProps = AnalysedItem & {
  readonly options: readonly OptionTally[]
  readonly size: number
  readonly language: string
}

const Groups = ({ question, options, size, language }: GroupsProps) => (
  <div className={styles.groups}>
    <table>
      <caption>{t('items.byGroup', { n: size })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('items.option')}</th>
          <th scope="col" className="r">
            {t('items.strongest')}
          </th>
          <th scope="col" className="r">
            {t('items.weakest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ text, strong, weak }) => (
          <tr key={text}>
            <th scope="row" {...tongueOf(language)}>
              {answerText(question, text)}
            </th>
            <td className="r">{formatPercent(strong ?? 0)}</td>
            <td className="r">{formatPercent(weak ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="label">{t('items.byGroupMeans')}</p>
  </div>
)

/** The figures of one question, a tap away, each with what it means and whose it is. */
export const Measures = ({ item, language }: { item: AnalysedItem; language: string }) => {
  const { facility, discrimination, options, groupSize } = item.analysis
  const distractors = options?.filter(({ isKey }) => !isKey) ?? []
  const working = distractors.filter(({ works }) => works).length
  return (
    <details>
      <summary className={`label ${styles.more}`}>{t('items.figures')}</summary>
      <dl className={styles.measures}>
        <Measure name={t('items.shareRight')} value={shareWithin(facility)} means={t('items.shareRightMeans')} />
        <Measure
          name={t('items.tells')}
          value={numberWithin(discrimination)}
          means={t(discrimination.value === null ? 'items.tellsNot' : 'items.tellsMeans')}
        />
        {distractors.length > 0 ? (
          <Measure
            name={t('items.works')}
            value={t('items.worksOf', { works: working, all: distractors.length })}
            means={t('items.worksMeans')}
          />
        ) : null}
      </dl>
      {options && groupSize !== null ? <Groups {...item} {...{ options, language }} size={groupSize} /> : null}
      {options && groupSize === null ? <p className="label">{t('items.byGroupNot')}</p> : null}
    </details>
  )
}

/** The figures of the quiz as a whole. */
export const WholeMeasures = ({ whole }: { whole: WholeAnalysis }) => {
  const { mean, sd, alpha, sem, complete, dichotomous } = whole
  const exactly = (value: number | null) => shareWithin({ value, low: null, high: null })
  const told = dichotomous ? t('items.kuderMeans') : t('items.alphaMeans')
  const untold = complete ? t('items.alphaNot') : t('items.alphaDrawn')
  return (
    <details className={styles.fold}>
      <summary className={`head ${styles.more}`}>{t('items.whole')}</summary>
      <dl className={styles.measures}>
        <Measure name={t('items.mean')} value={exactly(mean)} means={t('items.meanMeans')} />
        <Measure name={t('items.spread')} value={exactly(sd)} means={t('items.spreadMeans')} />
        <Measure
          name={t('items.reliability')}
          value={numberWithin(alpha)}
          means={alpha.value === null ? untold : told}
        />
        {sem === null ? null : <Measure name={t('items.error')} value={exactly(sem)} means={t('items.errorMeans')} />}
      </dl>
    </details>
  )
}
