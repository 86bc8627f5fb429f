'use client'
import { useMemo, useRef } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { levelWord } from '#app/_ui/level.ts'
import { DocumentMap } from '#app/_ui/map.tsx'
import { Void } from '#app/_ui/void.tsx'
import { TextLanguage, useTongue } from '#app/_words/tongue.ts'
import type { Learner } from '#lib/client/index.ts'
import type { Pack, PackDocument } from '#lib/session/index.ts'
import { t } from '#words'
import { Gate } from '../_view/gate.tsx'
import { readerHref, readMinutesOf } from '../_view/sets.ts'
import { todayAt } from '../_view/time.ts'
import { type Address, setFact, useAddress } from './address.ts'
import { AlsoHere, FactCard } from './fact-card.tsx'
import { moveTo, useFactKeys, useFactTaps, useOpeningPlace } from './moves.ts'
import { Outline } from './outline.tsx'
import styles from './reader.module.css'
import { chosen, PAGE_ID, type Reading, readingOf, stepFrom, textOf } from './reading.ts'
import { Text } from './text.tsx'

const ALSO_HERE_MAX = 6

const Title = ({ title }: { title: string }) => (
  <span className={`label hide-l ${styles.place}`} {...useTongue()}>
    {title}
  </span>
)

const Top = ({ reading }: { reading: Reading }) => (
  <header className={styles.rtop}>
    <div className="topbar">
      <a className="icon-btn" href="/documents" aria-label={t('common.back')}>
        <Icon name="back" />
      </a>
      <a className={`label hide-p ${styles.place}`} href="/documents">
        {t('common.documents')}
      </a>
      <Title title={reading.document.title} />
      <span className={styles.balance} />
    </div>
    <div className="hide-l">
      <DocumentMap groups={reading.sections.map(({ facts }) => facts.map(({ level }) => level))} />
    </div>
  </header>
)

/** The other texts of a set that has several. */
const Texts = ({ pack, document }: Pick<Reading, 'pack' | 'document'>) => {
  const tongue = useTongue()
  if (pack.documents.length < 2) return null
  return (
    <nav className={styles.texts} aria-label={t('reader.texts')}>
      {pack.documents.map(({ id, title }) => (
        <a
          key={id}
          href={readerHref({ setId: pack.setId, documentId: id })}
          {...tongue}
          {...(id === document.id ? { 'aria-current': 'page' as const } : {})}
        >
          {title}
        </a>
      ))}
    </nav>
  )
}

const Head = ({ reading }: { reading: Reading }) => {
  const tongue = useTongue()
  const { document, order } = reading
  const minutes = t('common.minutes', { n: readMinutesOf(document.text) })
  return (
    <>
      <Texts {...reading} />
      <h1 className="title" {...tongue}>
        {document.title}
      </h1>
      <p className={`label ${styles.byline}`}>
        {t('reader.byline', { minutes, facts: t('common.facts', { n: order.length }) })}
      </p>
      {document.source && !document.text.includes(document.source) ? (
        <p className={`label ${styles.byline}`} {...tongue}>
          {document.source}
        </p>
      ) : null}
    </>
  )
}

/** The fact in hand, docked at the foot of a phone and in the margin of a laptop. */
const Margin = ({ reading, current, now }: { reading: Reading; current: number | null; now: number }) => {
  const held = current === null ? undefined : reading.held.get(current)
  if (!held) return <p className={`label hide-p ${styles.hint}`}>{t('reader.hint')}</p>
  const step = (by: 1 | -1) => moveTo(stepFrom(reading.order, held.fact.number, by))
  const near = [...reading.held.values()]
    .filter(({ fact }) => fact.sectionId === held.fact.sectionId && fact !== held.fact)
    .sort((a, b) => Math.abs(a.fact.number - held.fact.number) - Math.abs(b.fact.number - held.fact.number))
    .slice(0, ALSO_HERE_MAX)
    .sort((a, b) => a.fact.number - b.fact.number)
  const { number } = held.fact
  return (
    <aside className={`dock ${styles.dock}`} aria-label={t('reader.factHeading', { number })}>
      <p className="sr" role="status">
        {`${t('reader.factLabel', { number, level: levelWord(held.level).toLowerCase() })}. ${held.fact.statement}`}
      </p>
      <FactCard
        held={held}
        now={now}
        onStep={step}
        onClose={() => setFact(null)}
        first={stepFrom(reading.order, number, -1) === null}
        last={stepFrom(reading.order, number, 1) === null}
      />
      <AlsoHere facts={near} now={now} />
    </aside>
  )
}

type OpenProps = { learner: Learner; now: number; pack: Pack; document: PackDocument; fact: number | null }

const Open = ({ learner, now, pack, document, fact }: OpenProps) => {
  const { cards, settings } = learner
  const text = useMemo(() => textOf(pack, document), [pack, document])
  const reading = useMemo(
    () => readingOf(pack, document, text, cards, todayAt(now, settings)),
    [pack, document, text, cards, settings, now],
  )
  const page = useRef<HTMLElement>(null)
  const current = fact !== null && reading.held.has(fact) ? fact : null
  useOpeningPlace(current)
  useFactTaps(page)
  useFactKeys(reading.order, current)
  return (
    <div className={current === null ? styles.reader : `${styles.reader} ${styles.docked}`}>
      <Top reading={reading} />
      <Outline sections={reading.sections} />
      <main className={`doc ${styles.doc}`} id={PAGE_ID} ref={page}>
        <Head reading={reading} />
        <Text blocks={reading.blocks} held={reading.held} current={current} />
      </main>
      <Margin reading={reading} current={current} now={now} />
    </div>
  )
}

const Missing = () => (
  <main className="page">
    <Void title={t('reader.missingTitle')} body={t('reader.missingBody')}>
      <a className="btn btn-primary wide" href="/documents">
        {t('reader.toDocuments')}
      </a>
    </Void>
  </main>
)

const Reader = ({ learner, now, address }: { learner: Learner; now: number; address: Address }) => {
  const found = chosen(learner.packs, address)
  if (!found) return <Missing />
  return (
    <TextLanguage value={found.pack.language}>
      <Open learner={learner} now={now} {...found} fact={address.fact} />
    </TextLanguage>
  )
}

export const ReaderScreen = () => {
  const address = useAddress()
  return (
    <Gate frame={(inside) => <main className="page">{inside}</main>}>
      {(learner, now) => (address ? <Reader learner={learner} now={now} address={address} /> : null)}
    </Gate>
  )
}
