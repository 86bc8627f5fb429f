'use client'
import { useRef, useState } from 'react'
import { useAlive, useLearner } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { currentAccount, startAsGuest } from '#lib/client/index.ts'
import type { ListRow } from '#lib/lists/index.ts'
import type { KnownRow, OwnList, SavedList } from '#lib/server/desk/lists.ts'
import type { Look } from '#lib/server/desk/look.ts'
import { t } from '#words'
import { FormTrouble } from '../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn, troubleOf } from '../../(account)/_parts/send.ts'
import { LookFields } from '../_parts/look-fields.tsx'
import { TitleField } from '../_parts/title-field.tsx'
import { saveListAction } from './actions.ts'
import { type Asked, Choices, type Open } from './choices.tsx'
import styles from './list.module.css'
import { type Pair, Pairs } from './pairs.tsx'
import { PastePairs } from './paste.tsx'
import { Saved } from './saved.tsx'

const askedOf = (directions: readonly string[]): Asked =>
  directions.length > 1 ? 'both' : directions[0] === 'backward' ? 'backward' : 'forward'

const useList = (known: OwnList | null) => {
  const next = useRef(0)
  const keyed = (row: ListRow & Partial<KnownRow>): Pair => {
    const { front, back, factId = null, image = null, sound = null } = row
    return { key: next.current++, factId, front, back, image, sound }
  }
  const [pairs, setPairs] = useState<readonly Pair[]>(() => known?.rows.map(keyed) ?? [])
  return {
    pairs,
    add: (rows: readonly ListRow[]) => setPairs([...pairs, ...rows.map(keyed)]),
    change: (pair: Pair) => setPairs(pairs.map((one) => (one.key === pair.key ? pair : one))),
    remove: (pair: Pair) => setPairs(pairs.filter((one) => one.key !== pair.key)),
  }
}

/** Makes a list of pairs, or changes one that is there. */
export const ListScreen = ({ known }: { known: OwnList | null }) => {
  const [title, setTitle] = useState(known?.title ?? '')
  const [language, setLanguage] = useState(known?.language ?? 'en')
  const [asked, setAsked] = useState<Asked>(askedOf(known?.directions ?? ['forward', 'backward']))
  const [open, setOpen] = useState<Open>(known?.shareKey ? 'link' : 'private')
  const [look, setLook] = useState<Look>(known?.look ?? {})
  const { pairs, add, change, remove } = useList(known)
  const { refresh } = useLearner()
  const alive = useAlive()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [saved, setSaved] = useState<SavedList | null>(null)
  const save = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    try {
      if (!currentAccount()) await startAsGuest()
      const outcome = await saveListAction({
        ...{ setId: known?.setId ?? null, version: known?.version ?? 0, title, language, open },
        ...look,
        directions: asked === 'both' ? ['forward', 'backward'] : [asked],
        rows: pairs.map(({ key: _, ...row }) => row),
      })
      if (outcome.ok) {
        await refresh().catch(() => undefined)
        setSaved(outcome.value)
      } else setTrouble(troubleIn(outcome))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
    setBusy(false)
  }
  if (saved) return <Saved saved={saved} />
  const problem = trouble?.fields.rows
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('list.title')}</h1>
      </header>
      <form
        className={styles.page}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="lede">{t('list.lede')}</p>
        <TitleField value={title} language={language} trouble={trouble} onChange={setTitle} />
        <PastePairs onAdd={add} />
        <section className={styles.list} aria-labelledby="pairs">
          <h2 className={styles.name} id="pairs">
            {pairs.length === 0 ? t('list.pairs') : t('desk.pairs', { n: pairs.length })}
          </h2>
          <Pairs
            pairs={pairs}
            language={language}
            onChange={change}
            onRemove={remove}
            onTrouble={(thrown) => setTrouble(troubleOf(thrown))}
          />
          <button type="button" className="btn btn-line btn-small" onClick={() => add([{ front: '', back: '' }])}>
            <Icon name="plus" small />
            {t('list.addOne')}
          </button>
          {problem ? (
            <p className="is-wrong-ink" role="alert">
              {problem}
            </p>
          ) : null}
        </section>
        <Choices {...{ asked, open, language }} onAsked={setAsked} onOpen={setOpen} onLanguage={setLanguage} />
        <LookFields look={look} onChange={setLook} />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-primary wide" aria-busy={busy} disabled={!alive}>
          {t('list.save')}
        </button>
      </form>
    </>
  )
}
