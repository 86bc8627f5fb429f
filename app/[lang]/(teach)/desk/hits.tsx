'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Judgement } from '#lib/desk/index.ts'
import type { Hit } from '#lib/server/desk/find.ts'
import { t } from '#words'
import { FormTrouble } from '../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn } from '../../(account)/_parts/send.ts'
import { judgeAction, tagAction } from './actions.ts'
import styles from './list.module.css'

const VERDICTS = { accepted: 'desk.accepted', rejected: 'desk.rejected' } as const
const TAG_MAX = 40

const hrefOf = ({ isList, setId, factId }: Hit): string =>
  isList ? `/list?${new URLSearchParams({ set: setId })}` : `/desk/${setId}?${new URLSearchParams({ fact: factId })}`

/** Judges facts of several sets; the first that will not do ends it. */
const judgeAll = async (judged: readonly { hit: Hit; judgement: Judgement }[]) => {
  const sets = [...new Set(judged.map(({ hit }) => hit.setId))]
  for (const setId of sets) {
    const judgements = judged.filter(({ hit }) => hit.setId === setId).map(({ judgement }) => judgement)
    const outcome = await judgeAction({ setId, judgements }).catch(() => null)
    if (!outcome?.ok) return outcome
  }
  return { ok: true as const, value: undefined }
}

const useMany = (hits: readonly Hit[]) => {
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<(() => Promise<{ ok: boolean } | null>) | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const picked = hits.filter(({ factId }) => chosen.includes(factId))
  const run = async <T,>(
    work: () => Promise<Awaited<ReturnType<typeof judgeAll>> | { ok: true; value: T }>,
    words: (value: T) => string,
    back: ((value: T) => () => Promise<{ ok: boolean } | null>) | null,
  ) => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const outcome = await work()
    setBusy(false)
    if (!outcome?.ok) return setTrouble(troubleIn(outcome))
    setSaid(words(outcome.value as T))
    setUndo(back === null ? null : () => back(outcome.value as T))
    setChosen([])
    router.refresh()
  }
  const judge = (verdict: 'accepted' | 'rejected') => {
    const judged = picked.filter(({ isList }) => !isList)
    const as = (hit: Hit, given: Judgement['verdict'], reason: Judgement['reason']) => ({
      hit,
      judgement: { factId: hit.factId, verdict: given, reason },
    })
    const n = judged.length
    return run(
      () => judgeAll(judged.map((hit) => as(hit, verdict, null))),
      () => t(verdict === 'accepted' ? 'desk.acceptedHits' : 'desk.rejectedHits', { n }),
      () => () => judgeAll(judged.map((hit) => as(hit, hit.verdict, hit.reason))),
    )
  }
  const tag = (word: string, on: boolean) =>
    run(
      () => tagAction({ factIds: picked.map(({ factId }) => factId), tag: word, on }).catch(() => null),
      ({ changed }: { changed: readonly string[] }) =>
        t(on ? 'desk.tagPut' : 'desk.tagTaken', { tag: word, n: changed.length }),
      ({ changed }) =>
        changed.length === 0
          ? () => Promise.resolve({ ok: true })
          : () => tagAction({ factIds: changed, tag: word, on: !on }).catch(() => null),
    )
  const takeBack = undo
    ? () =>
        run(
          async () => ((await undo()) as { ok: true; value: undefined } | null) ?? null,
          () => t('desk.undone'),
          null,
        )
    : null
  return { chosen, setChosen, picked, said, takeBack, trouble, busy, judge, tag }
}

type Many = ReturnType<typeof useMany>

/** What can be done with what is chosen, in thumb reach. */
const Bar = ({ many }: { many: Many }) => {
  const id = useId()
  const [word, setWord] = useState('')
  const judgeable = many.picked.some(({ isList }) => !isList)
  const ready = word.trim() !== ''
  return (
    <fieldset className="chosen-bar" disabled={many.busy}>
      <legend className="label num">{t('desk.chosenHits', { n: many.picked.length })}</legend>
      {judgeable ? (
        <>
          <button type="button" className="btn btn-line btn-small" onClick={() => many.judge('rejected')}>
            {t('desk.rejectChosen')}
          </button>
          <button type="button" className="btn btn-primary btn-small" onClick={() => many.judge('accepted')}>
            {t('desk.acceptChosen')}
          </button>
        </>
      ) : null}
      <label className="sr" htmlFor={id}>
        {t('desk.tagName')}
      </label>
      <input
        id={id}
        className="input"
        maxLength={TAG_MAX}
        placeholder={t('desk.tag')}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <button
        type="button"
        className="btn btn-line btn-small"
        disabled={!ready}
        onClick={() => many.tag(word.trim(), true)}
      >
        {t('desk.putTag')}
      </button>
      <button
        type="button"
        className="btn btn-quiet btn-small"
        disabled={!ready}
        onClick={() => many.tag(word.trim(), false)}
      >
        {t('desk.takeTag')}
      </button>
    </fieldset>
  )
}

const Row = ({ hit, many }: { hit: Hit; many: Many }) => {
  const on = many.chosen.includes(hit.factId)
  const alive = useAlive()
  const tongue = tongueOf(hit.language)
  return (
    <li className={styles.hit}>
      <input
        type="checkbox"
        className={styles.pick}
        checked={on}
        disabled={!alive}
        aria-label={t('desk.choose', { statement: hit.statement })}
        onChange={() =>
          many.setChosen(on ? many.chosen.filter((id) => id !== hit.factId) : [...many.chosen, hit.factId])
        }
      />
      <a className={styles.row} href={hrefOf(hit)}>
        <span className={styles.said} {...tongue}>
          {hit.statement}
        </span>
        <span className="label">
          <span {...tongue}>{hit.title}</span>
          {` · ${t(hit.verdict === null ? 'desk.open' : VERDICTS[hit.verdict])}`}
          {hit.tags.map((tag) => ` · ${tag}`).join('')}
        </span>
      </a>
    </li>
  )
}

/** Facts that were found, to be opened, or chosen and dealt with together. */
export const Hits = ({ hits, full }: { hits: readonly Hit[]; full: boolean }) => {
  const many = useMany(hits)
  const alive = useAlive()
  const all = many.picked.length === hits.length
  return (
    <>
      <div className={styles.outcome}>
        <p role="status">{many.said}</p>
        {many.takeBack ? (
          <button type="button" className="btn btn-line btn-small" onClick={many.takeBack}>
            {t('desk.undo')}
          </button>
        ) : null}
      </div>
      <FormTrouble trouble={many.trouble} />
      {hits.length === 0 ? (
        <p className="muted">{t('desk.noHit')}</p>
      ) : (
        <>
          <label className={styles.all}>
            <input
              type="checkbox"
              className={styles.pick}
              checked={all}
              disabled={!alive}
              onChange={() => many.setChosen(all ? [] : hits.map(({ factId }) => factId))}
            />
            {t('desk.chooseAll', { n: hits.length })}
          </label>
          <ul className={styles.list}>
            {hits.map((hit) => (
              <Row key={`${hit.setId} ${hit.factId}`} hit={hit} many={many} />
            ))}
          </ul>
          {full ? <p className="label">{t('desk.moreHits', { n: hits.length })}</p> : null}
        </>
      )}
      {many.picked.length > 0 ? <Bar many={many} /> : null}
    </>
  )
}
