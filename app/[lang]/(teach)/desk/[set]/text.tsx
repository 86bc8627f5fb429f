import { memo, useEffect, useMemo, useRef } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import type { DeskFact, DeskSection, Skipped } from '#lib/desk/index.ts'
import { t } from '#words'
import styles from './desk.module.css'
import { type Paragraph as Laid, layOut, type Mark, skippedId, whyNot } from './marks.ts'

/** A word joiner keeps a footnote number from starting a line. */
const JOINER = '\u2060'
const GLYPHS = { accepted: '✓', rejected: '✕', open: '' } as const
const STATES = { accepted: 'desk.accepted', rejected: 'desk.rejected', open: 'desk.open' } as const

type Known = {
  readonly facts: ReadonlyMap<string, DeskFact>
  readonly skipped: ReadonlyMap<string, Skipped>
}

const FactLink = ({ fact, now }: { fact: DeskFact; now: boolean }) => {
  const state = fact.verdict ?? 'open'
  return (
    <>
      {JOINER}
      <a
        className={`fn ${styles.number}`}
        href={`#f${fact.number}`}
        data-fact={fact.id}
        aria-label={t('desk.factIn', { number: fact.number, state: t(STATES[state]) })}
        {...(now ? { 'aria-current': true } : {})}
      >
        {fact.number}
        {GLYPHS[state]}
      </a>
    </>
  )
}

const SkippedLink = ({ id, one }: { id: string; one: Skipped }) => (
  <>
    {JOINER}
    <a
      className={`fn ${styles.none}`}
      href={`#${id}`}
      data-skipped={id}
      aria-label={t('desk.skippedHere', { why: whyNot(one) })}
    >
      0
    </a>
  </>
)

const Ending = ({ mark, known, now }: { mark: Mark; known: Known; now: string | null }) => {
  const fact = known.facts.get(mark.id)
  if (fact) return <FactLink fact={fact} now={fact.id === now} />
  const one = known.skipped.get(mark.id)
  return one ? <SkippedLink id={mark.id} one={one} /> : null
}

const lookOf = (covering: readonly Mark[], known: Known, now: string | null): string => {
  if (covering.some(({ id }) => id === now)) return `fact now ${styles.now}`
  const facts = covering.flatMap(({ id }) => known.facts.get(id) ?? [])
  if (facts.length === 0) return covering.length > 0 ? (styles.skipped ?? '') : ''
  if (facts.some(({ verdict }) => verdict === null)) return 'fact f0'
  return facts.some(({ verdict }) => verdict === 'accepted') ? 'fact f3' : `fact ${styles.rejected}`
}

type Props = { laid: Laid; known: Known; now: string | null; signature: string }

/** Drawn again only where one of its own marks changed: `signature` says how they stand. */
const Paragraph = memo(
  ({ laid, known, now }: Props) => {
    const tongue = useTongue()
    const Tag = laid.heading ? 'h2' : 'p'
    return (
      <Tag {...tongue}>
        {laid.runs.map((run) => {
          const innermost = run.covering.at(-1)
          return (
            <span key={run.start}>
              <span
                className={lookOf(run.covering, known, now)}
                data-start={run.start}
                {...(innermost ? { [innermost.kind === 'fact' ? 'data-fact' : 'data-skipped']: innermost.id } : {})}
              >
                {run.text}
              </span>
              {run.ending.map((mark) => (
                <Ending key={mark.id} mark={mark} known={known} now={now} />
              ))}
            </span>
          )
        })}
      </Tag>
    )
  },
  (a, b) => a.laid === b.laid && a.signature === b.signature,
)
Paragraph.displayName = 'Paragraph'

type TextProps = {
  readonly text: string
  readonly sections: readonly DeskSection[]
  readonly facts: readonly DeskFact[]
  readonly skipped: readonly Skipped[]
  /** The fact or skipped sentence in hand. */
  readonly now: string | null
  readonly onFact: (id: string) => void
  readonly onSkipped: (id: string) => void
}

/** The whole text with what was found in it, and what was not, marked where it stands. */
export const DeskText = ({ text, sections, facts, skipped, now, onFact, onSkipped }: TextProps) => {
  const pane = useRef<HTMLElement>(null)
  const places = facts.map(({ id, start, end }) => `${id} ${start} ${end}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: where facts stand changes when one is made, not when one is judged
  const paragraphs = useMemo(() => layOut(text, sections, facts, skipped), [text, sections, skipped, places])
  const known = useMemo(
    () => ({
      facts: new Map(facts.map((fact) => [fact.id, fact])),
      skipped: new Map(skipped.map((one) => [skippedId(one), one])),
    }),
    [facts, skipped],
  )
  useEffect(() => {
    if (now === null) return
    const place = pane.current?.querySelector(`[data-fact="${now}"], [data-skipped="${now}"]`)
    place?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [now])
  const signatureOf = (laid: Laid) =>
    laid.runs
      .flatMap(({ covering }) =>
        covering.map(({ id }) => `${id === now ? '!' : ''}${known.facts.get(id)?.verdict ?? ''}`),
      )
      .join()
  const follow = (event: { target: EventTarget; preventDefault: () => void }) => {
    if (!(event.target instanceof Element) || !getSelection()?.isCollapsed) return
    const mark = event.target.closest<HTMLElement>('[data-fact], [data-skipped]')
    if (!mark) return
    event.preventDefault()
    if (mark.dataset.fact) onFact(mark.dataset.fact)
    else if (mark.dataset.skipped) onSkipped(mark.dataset.skipped)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the number links within are what the keyboard reaches
    <section className={`doc ${styles.text}`} aria-label={t('desk.theText')} ref={pane} onClick={follow} data-pane>
      {paragraphs.map((laid) => (
        <Paragraph key={laid.start} laid={laid} known={known} now={now} signature={signatureOf(laid)} />
      ))}
    </section>
  )
}
