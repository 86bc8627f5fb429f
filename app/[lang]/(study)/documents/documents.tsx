'use client'
import { useMemo } from 'react'
import { spineOf } from '#app/_ui/cover.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { DocumentMap, LevelKey } from '#app/_ui/map.tsx'
import { Void } from '#app/_ui/void.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Learner } from '#lib/client/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { readerHref, type SetView, setsOf } from '../_view/sets.ts'
import { todayAt } from '../_view/time.ts'
import styles from './documents.module.css'
import { Ways } from './ways.tsx'

/** A list has no text to read. */
const studyHref = ({ setId }: SetView): string => `/study?${new URLSearchParams({ set: setId })}`

const Row = ({ set, learner }: { set: SetView; learner: Learner }) => {
  const enrolment = learner.refs.find(({ setId }) => setId === set.setId)
  return (
    <li>
      <a className={styles.row} href={set.documentId === null ? studyHref(set) : readerHref(set)}>
        <span className={styles.head}>
          <strong className={spineOf(set.colour)} {...tongueOf(set.language)}>
            {set.title}
          </strong>
          <Icon name="forward" />
        </span>
        <DocumentMap groups={set.sections.map((section) => section.facts.map(({ level }) => level))} />
        <span className={`label num ${styles.facts}`}>
          <span>
            {set.levels.length > 0
              ? t('documents.held', { held: set.held, all: set.levels.length })
              : t('common.keptBack')}
          </span>
          {set.questions === 0 ? null : <span>{t('documents.questions', { n: set.questions })}</span>}
          {set.documentId === null ? null : (
            <span>{t('documents.readTime', { minutes: t('common.minutes', { n: set.readMinutes }) })}</span>
          )}
          {enrolment?.paused ? <span>{t('documents.paused')}</span> : null}
        </span>
      </a>
      {enrolment ? <Ways learner={learner} enrolment={enrolment} title={set.title} /> : null}
    </li>
  )
}

const Empty = () => (
  <Void level="h2" title={t('documents.emptyTitle')} body={t('documents.emptyBody')} note={t('documents.emptyNote')}>
    <a className="btn btn-primary wide" href="/new">
      <Icon name="paste" />
      {t('documents.paste')}
    </a>
  </Void>
)

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { packs, cards, settings } = learner
  const sets = useMemo(() => setsOf({ packs, cards }, todayAt(now, settings)), [packs, cards, settings, now])
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('documents.title')}</h1>
        <SavedChip {...learner} />
      </header>
      {sets.length === 0 ? (
        <Empty />
      ) : (
        <div className={styles.page}>
          <div className={styles.doors}>
            <a className="btn btn-line" href="/new">
              <Icon name="plus" />
              {t('documents.add')}
            </a>
            <a className="btn btn-quiet btn-small" href="/desk">
              <Icon name="edit" />
              {t('documents.desk')}
            </a>
            <a className="btn btn-quiet btn-small" href="/library">
              {t('documents.library')}
            </a>
            <a className="btn btn-quiet btn-small" href="/classes">
              {t('documents.classes')}
            </a>
          </div>
          <ul className={styles.list}>
            {sets.map((set) => (
              <Row key={set.setId} set={set} learner={learner} />
            ))}
          </ul>
          <LevelKey />
        </div>
      )}
    </>
  )
}

export const DocumentsScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
