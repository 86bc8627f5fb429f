'use client'
import { useMemo, useState } from 'react'
import { useAlive, useLearner } from '#app/_client/index.ts'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { type DeskFact, published } from '#lib/desk/index.ts'
import type { Look } from '#lib/server/desk/look.ts'
import type { Published } from '#lib/server/desk/publish.ts'
import { t } from '#words'
import { FormTrouble } from '../../../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn } from '../../../../(account)/_parts/send.ts'
import { LookFields } from '../../../_parts/look-fields.tsx'
import { Radio } from '../../../_parts/radio.tsx'
import { TitleField } from '../../../_parts/title-field.tsx'
import { type Open, WhoStudies } from '../../../_parts/who-studies.tsx'
import { publishAction } from '../../actions.ts'
import { formName } from '../question.tsx'
import styles from './publish.module.css'
import { PublishedView } from './published.tsx'

type Chosen = {
  readonly title: string
  /** Null: all. */
  readonly forms: readonly string[] | null
  readonly onlyAccepted: boolean
  readonly excerpts: boolean
  readonly open: Open
  readonly look: Look
}

const Forms = ({
  all,
  chosen,
  onChange,
}: {
  all: readonly string[]
  chosen: Chosen['forms']
  onChange: (forms: Chosen['forms']) => void
}) => {
  const alive = useAlive()
  const isOn = (form: string) => chosen === null || chosen.includes(form)
  const turn = (form: string) => {
    const on = all.filter((one) => (one === form ? !isOn(one) : isOn(one)))
    onChange(on.length === all.length ? null : on)
  }
  return (
    <fieldset>
      <legend className={styles.legend}>{t('desk.formsAllowed')}</legend>
      <div className={styles.forms}>
        {all.map((form) => (
          <label key={form} className={styles.form}>
            <input type="checkbox" checked={isOn(form)} disabled={!alive} onChange={() => turn(form)} />
            {formName(form)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** How much the set would ask, as it is chosen. */
const useCounts = (facts: readonly DeskFact[], { onlyAccepted, forms }: Chosen) =>
  useMemo(() => {
    const shown = published(facts, { onlyAccepted, forms })
    return { facts: shown.length, questions: shown.reduce((sum, { questions }) => sum + questions.length, 0) }
  }, [facts, onlyAccepted, forms])

type Props = {
  readonly setId: string
  readonly facts: readonly DeskFact[]
  readonly language: string
  /** Whether there is a library to put it in. */
  readonly library: boolean
  readonly learners: number
  readonly first: Chosen
}

export const PublishScreen = ({ setId, facts, language, library, learners, first }: Props) => {
  const [chosen, setChosen] = useState(first)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [made, setMade] = useState<Published | null>(null)
  const counts = useCounts(facts, chosen)
  const { refresh } = useLearner()
  const alive = useAlive()
  const forms = useMemo(() => [...new Set(facts.flatMap((fact) => fact.questions.map(({ form }) => form)))], [facts])
  const change = (some: Partial<Chosen>) => setChosen({ ...chosen, ...some })
  const publish = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const outcome = await publishAction({ setId, ...chosen, ...chosen.look }).catch(() => null)
    // This device studies it too: it is to have the new version before anybody goes there.
    if (outcome?.ok) await refresh().catch(() => undefined)
    setBusy(false)
    if (!outcome?.ok) return setTrouble(troubleIn(outcome))
    setMade(outcome.value)
  }
  if (made) return <PublishedView made={made} setId={setId} />
  return (
    <Frame current="documents">
      <header className={`topbar ${styles.top}`}>
        <a className="icon-btn" href={`/desk/${setId}`} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <h1 className="head">{t('desk.publishTitle')}</h1>
        <span className={styles.counterweight} />
      </header>
      <form
        className={styles.page}
        onSubmit={(event) => {
          event.preventDefault()
          void publish()
        }}
      >
        <TitleField
          value={chosen.title}
          language={language}
          trouble={trouble}
          onChange={(title) => change({ title })}
        />
        <fieldset>
          <legend className={styles.legend}>{t('desk.whatIsAsked')}</legend>
          <Radio
            name="what"
            label={t('desk.withUnjudged')}
            checked={!chosen.onlyAccepted}
            onChange={() => change({ onlyAccepted: false })}
          />
          <Radio
            name="what"
            label={t('desk.onlyAccepted')}
            checked={chosen.onlyAccepted}
            onChange={() => change({ onlyAccepted: true })}
          />
        </fieldset>
        <Forms all={forms} chosen={chosen.forms} onChange={(some) => change({ forms: some })} />
        <LookFields look={chosen.look} onChange={(look) => change({ look })} />
        <WhoStudies
          open={chosen.open}
          excerpts={chosen.excerpts}
          library={library}
          learners={learners}
          onOpen={(open) => change({ open })}
          onExcerpts={(excerpts) => change({ excerpts })}
        />
        <div className={styles.foot}>
          <FormTrouble trouble={trouble} />
          <p className="lede" role="status">
            {counts.facts === 0
              ? t('desk.willAskNone')
              : t('desk.willAsk', {
                  facts: t('common.facts', { n: counts.facts }),
                  questions: t('common.questions', { n: counts.questions }),
                })}
          </p>
          <button
            type="submit"
            className="btn btn-primary wide"
            aria-busy={busy}
            disabled={counts.facts === 0 || !alive}
          >
            {t('desk.publishNow')}
          </button>
        </div>
      </form>
    </Frame>
  )
}
