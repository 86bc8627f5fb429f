'use client'
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { onShelf, type ShelfFilter, type ShelfRow, STANDINGS, shelfOf } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { type Tags, tagsOf } from '#lib/client/tags.ts'
import { formatWhen, t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { todayAt } from '../_view/time.ts'
import { Bar } from './bar.tsx'
import styles from './cards.module.css'
import { type Many, useMany } from './use-many.ts'
import { useWindow } from './window.ts'

/** Of a row, as the stylesheet has it. */
const ROW_HEIGHT = 88

const WORDS = {
  new: 'cards.new',
  due: 'cards.due',
  slipping: 'cards.slipping',
  learnt: 'cards.learnt',
  'put-off': 'cards.putOff',
  suspended: 'cards.suspended',
} as const

type RowProps = {
  readonly row: ShelfRow
  readonly at: number
  readonly count: number
  readonly many: Many
  readonly when: string
}

const Row = ({ row, at, count, many, when }: RowProps) => {
  const tongue = tongueOf(row.language)
  const said = [
    t(WORDS[row.standing]),
    ...(row.direction === 'backward' ? [t('cards.backward')] : []),
    ...(row.due !== null && row.standing === 'learnt' ? [t('cards.dueWhen', { when })] : []),
    ...(row.lapses > 0 ? [t('cards.misses', { n: row.lapses })] : []),
  ]
  return (
    <li className={styles.row} style={{ top: at * ROW_HEIGHT }} aria-setsize={count} aria-posinset={at + 1}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={many.chosen.has(row.key)}
          aria-label={t('cards.choose', { statement: row.statement })}
          onChange={() => many.toggle(row.key)}
        />
        <span>
          <span className={styles.statement} {...tongue}>
            {row.statement}
          </span>
          <span className="label num">{said.join(' · ')}</span>
        </span>
      </label>
    </li>
  )
}

const Find = ({
  filter,
  refs,
  tags,
  onChange,
}: {
  filter: ShelfFilter
  refs: Learner['refs']
  tags: readonly string[]
  onChange: (filter: ShelfFilter) => void
}) => {
  const id = useId()
  return (
    <search className={styles.find}>
      <label className="sr" htmlFor={id}>
        {t('cards.find')}
      </label>
      <input
        id={id}
        className="input"
        type="search"
        placeholder={t('cards.find')}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
      <select
        className="input"
        aria-label={t('cards.standing')}
        value={filter.standing ?? ''}
        onChange={(event) =>
          onChange({ ...filter, standing: STANDINGS.find((one) => one === event.target.value) ?? null })
        }
      >
        <option value="">{t('cards.all')}</option>
        {STANDINGS.map((one) => (
          <option key={one} value={one}>
            {t(WORDS[one])}
          </option>
        ))}
      </select>
      {refs.length < 2 ? null : (
        <select
          className="input"
          aria-label={t('cards.set')}
          value={filter.setId ?? ''}
          onChange={(event) => onChange({ ...filter, setId: event.target.value || null })}
        >
          <option value="">{t('cards.allSets')}</option>
          {refs.map(({ setId, title }) => (
            <option key={setId} value={setId}>
              {title}
            </option>
          ))}
        </select>
      )}
      {tags.length === 0 ? null : (
        <select
          className="input"
          aria-label={t('cards.tag')}
          value={filter.tag ?? ''}
          onChange={(event) => onChange({ ...filter, tag: event.target.value || null })}
        >
          <option value="">{t('cards.allTags')}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      )}
    </search>
  )
}

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { packs, cards, settings, refs, store } = learner
  const [filter, setFilter] = useState<ShelfFilter>({ words: '', standing: null, setId: null, tag: null })
  const [tags, setTags] = useState<Tags>({})
  const userId = store?.userId
  const readTags = useCallback(async () => {
    if (userId) setTags(await tagsOf(userId))
  }, [userId])
  useEffect(() => void readTags(), [readTags])
  const everyTag = useMemo(() => [...new Set(Object.values(tags).flat())].sort(), [tags])
  const sought = useDeferredValue(filter)
  const shelf = useMemo(() => shelfOf(packs, cards, todayAt(now, settings)), [packs, cards, settings, now])
  // A tag that the last card has lost is offered no more, and does not go on hiding the rest.
  const tag = sought.tag !== null && everyTag.includes(sought.tag) ? sought.tag : null
  const rows = useMemo(() => onShelf(shelf, { ...sought, tag }, tags), [shelf, sought, tag, tags])
  const many = useMany(store, readTags)
  const chosen = rows.filter(({ key }) => many.chosen.has(key))
  const list = useRef<HTMLUListElement>(null)
  const [first, last] = useWindow(list, rows.length, ROW_HEIGHT)
  const all = rows.length > 0 && chosen.length === rows.length
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('cards.title')}</h1>
        <SavedChip {...learner} />
      </header>
      <div className={styles.page}>
        <Find filter={filter} refs={refs} tags={everyTag} onChange={setFilter} />
        <div className={styles.said}>
          <p role="status">{many.said || t(rows.length === 0 ? 'cards.none' : 'cards.found', { n: rows.length })}</p>
          {many.canUndo ? (
            <button type="button" className="btn btn-line btn-small" onClick={many.undo}>
              {t('cards.undo')}
            </button>
          ) : null}
        </div>
        {filter.standing === 'slipping' ? <p className="note">{t('cards.slippingHelp')}</p> : null}
        {rows.length === 0 ? null : (
          <label className={styles.label}>
            <input type="checkbox" checked={all} onChange={() => many.choose(all ? [] : rows.map(({ key }) => key))} />
            {t('cards.chooseAll', { n: rows.length })}
          </label>
        )}
        <ul className={styles.list} ref={list} style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, last).map((row, index) => (
            <Row
              key={row.key}
              row={row}
              at={first + index}
              count={rows.length}
              many={many}
              when={row.due === null ? '' : formatWhen(row.due, now, settings.timeZone)}
            />
          ))}
        </ul>
        {chosen.length > 0 ? <Bar rows={chosen} many={many} tags={everyTag} /> : null}
      </div>
    </>
  )
}

export const CardsScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
