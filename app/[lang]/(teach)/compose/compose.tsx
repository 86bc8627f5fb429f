'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAlive, useLearner } from '#app/_client/index.ts'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage } from '#app/_words/tongue.ts'
import type { Outcome } from '#lib/server/act.ts'
import type { Composer } from '#lib/server/desk/composer.ts'
import type { Published } from '#lib/server/desk/publish.ts'
import { t } from '#words'
import { FormTrouble } from '../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn } from '../../(account)/_parts/send.ts'
import { LookFields } from '../_parts/look-fields.tsx'
import { TitleField } from '../_parts/title-field.tsx'
import { WhoStudies } from '../_parts/who-studies.tsx'
import { PublishedView } from '../desk/[set]/publish/published.tsx'
import { StatementForm } from '../desk/[set]/statement-form.tsx'
import { WordingForm } from '../desk/[set]/wording-form.tsx'
import { rewordCopiedAction, saveComposedAction, wordCopiedAction } from './actions.ts'
import { useChoice } from './choice.ts'
import styles from './compose.module.css'
import { type Editing, Facts } from './facts.tsx'
import { Parts } from './parts.tsx'

type Props = { readonly composer: Composer; readonly library: boolean }

const Edit = ({ editing, setId, onDone }: { editing: Editing; setId: string; onDone: () => void }) => {
  const router = useRouter()
  const sent = async <T,>(action: Promise<Outcome<T>>) => {
    const outcome = await action.catch(() => null)
    if (outcome?.ok) {
      router.refresh()
      onDone()
    }
    return outcome
  }
  const { fact, question } = editing
  if (question === null)
    return (
      <StatementForm
        statement={fact.statement}
        quote={fact.statement}
        onSave={(statement) => sent(rewordCopiedAction({ setId, factId: fact.id, statement }))}
        onClose={onDone}
      />
    )
  return (
    <WordingForm
      title={t('desk.editQuestion')}
      first={question.wording}
      form={question.form}
      quote={fact.statement}
      onSave={(wording) => sent(wordCopiedAction({ setId, questionId: question.id, ...wording }))}
      onClose={onDone}
    />
  )
}

/** Puts a set together of others, or changes one that is; a copy is one with a single part. */
export const ComposeScreen = ({ composer, library }: Props) => {
  const choosing = useChoice(composer)
  const { choice, change } = choosing
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [made, setMade] = useState<(Published & { setId: string }) | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { refresh } = useLearner()
  const alive = useAlive()
  const { recipe } = composer
  const save = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const { look, ...rest } = choice
    const setId = recipe?.setId ?? null
    const input = { setId, version: recipe?.version ?? 0, forms: recipe?.forms ?? null, ...rest, ...look }
    const outcome = await saveComposedAction(input).catch(() => null)
    // This device studies it too: it is to have the new version before anybody goes there.
    if (outcome?.ok) await refresh().catch(() => undefined)
    setBusy(false)
    if (!outcome?.ok) return setTrouble(troubleIn(outcome))
    setMade(outcome.value)
  }
  if (made) return <PublishedView made={made} setId={made.setId} />
  if (editing && recipe)
    return (
      <Frame current="documents">
        <TextLanguage value={composer.language}>
          <div className={styles.page}>
            <Edit editing={editing} setId={recipe.setId} onDone={() => setEditing(null)} />
          </div>
        </TextLanguage>
      </Frame>
    )
  const problem = trouble?.fields.parts
  return (
    <Frame current="documents">
      <header className={`topbar ${styles.top}`}>
        <a className="icon-btn" href="/desk" aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <h1 className="head">{t('compose.title')}</h1>
      </header>
      <form
        className={styles.page}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="lede">{t('compose.lede')}</p>
        <TitleField
          value={choice.title}
          language={composer.language}
          trouble={trouble}
          onChange={(title) => change({ title })}
        />
        <Parts {...{ composer, choosing }} />
        <TextLanguage value={composer.language}>
          <Facts facts={composer.facts} choosing={choosing} onEdit={setEditing} />
        </TextLanguage>
        <LookFields look={choice.look} onChange={(look) => change({ look })} />
        <WhoStudies
          open={choice.open}
          excerpts={choice.excerpts}
          library={library}
          learners={recipe?.learners ?? 0}
          onOpen={(open) => change({ open })}
          onExcerpts={(excerpts) => change({ excerpts })}
        />
        {problem ? (
          <p className="is-wrong-ink" role="alert">
            {problem}
          </p>
        ) : null}
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-primary wide" aria-busy={busy} disabled={!alive}>
          {t('compose.save')}
        </button>
      </form>
    </Frame>
  )
}
