import { memo } from 'react'
import { levelWord } from '#app/_ui/level.ts'
import { useTongue } from '#app/_words/tongue.ts'
import { t } from '#words'
import type { Block, Run } from './lay-out.ts'
import type { HeldFact } from './reading.ts'

/** A word joiner keeps a footnote number from starting a line. */
const JOINER = '\u2060'

type Held = ReadonlyMap<number, HeldFact>

const FactNumber = ({ held, now }: { held: HeldFact; now: boolean }) => {
  const { number } = held.fact
  return (
    <>
      {JOINER}
      <a
        className="fn"
        href={`#f${number}`}
        aria-label={t('reader.factLabel', { number, level: levelWord(held.level).toLowerCase() })}
        {...(now ? { 'aria-current': true } : {})}
      >
        {number}
      </a>
    </>
  )
}

const Piece = ({ run, held, current }: { run: Run; held: Held; current: number | null }) => {
  const innermost = run.covering.at(-1)
  const level = innermost ? (held.get(innermost.number)?.level ?? 0) : 0
  const now = run.covering.some(({ number }) => number === current)
  return (
    <>
      {run.beginning.map(({ number }) => (
        <span key={number} id={`f${number}`} />
      ))}
      {innermost ? (
        <span
          className={`fact f${level}${now ? ' now' : ''}`}
          data-facts={run.covering.map(({ number }) => number).join(' ')}
        >
          {run.text}
        </span>
      ) : (
        run.text
      )}
      {run.ending.map(({ number }) => {
        const fact = held.get(number)
        return fact ? <FactNumber key={number} held={fact} now={number === current} /> : null
      })}
    </>
  )
}

type BlockProps = { block: Block; held: Held; current: number | null }

const Paragraph = memo(({ block, held, current }: BlockProps) => {
  const pieces = block.runs.map((run) => <Piece key={run.start} run={run} held={held} current={current} />)
  const tongue = useTongue()
  if (!block.heading) return <p {...tongue}>{pieces}</p>
  return (
    <h2 {...tongue} id={block.heading.sectionId} data-section={block.heading.sectionId}>
      <span className="sec">{block.heading.number}</span>
      {pieces}
    </h2>
  )
})
Paragraph.displayName = 'Paragraph'

/** The whole text. Only the paragraphs that hold the fact in hand, or held it, are drawn again when it changes. */
export const Text = ({ blocks, held, current }: { blocks: readonly Block[]; held: Held; current: number | null }) =>
  blocks.map((block) => {
    const here = block.runs.some(({ covering }) => covering.some(({ number }) => number === current))
    return <Paragraph key={block.start} block={block} held={held} current={here ? current : null} />
  })
