import { levelWord } from '#app/_ui/level.ts'
import { LevelKey } from '#app/_ui/map.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Level } from '#lib/analytics/index.ts'
import type { Pack, PackDocument } from '#lib/session/index.ts'
import { t } from '#words'
import { WIDTH } from '../../_view/chart.ts'
import { Figure } from '../../_view/figure.tsx'
import { readerHref, type SetView } from '../../_view/sets.ts'
import styles from './more.module.css'

/** Lines of a drawing, and how high each is, with its gap. */
const LINES_MAX = 90
const LINE = 4
/** Characters of a line of a short text, so that a page of notes does not fill the screen. */
const CHARS_MIN = 90

type Piece = { x: number; y: number; width: number; level: Level | null }

type Stretch = { start: number; end: number; level: Level }

/** A stretch of the text as pieces of the drawing's lines. */
const piecesOf = (start: number, end: number, level: Level | null, perLine: number): Piece[] => {
  const pieces: Piece[] = []
  for (let from = start; from < end; ) {
    const line = Math.floor(from / perLine)
    const to = Math.min(end, (line + 1) * perLine)
    const x = ((from - line * perLine) / perLine) * WIDTH
    pieces.push({ x, y: line * LINE, width: Math.max(0.6, ((to - from) / perLine) * WIDTH - 0.4), level })
    from = to
  }
  return pieces
}

/** The text from end to end: each paragraph a grey stroke, each fact over it as well as it is held. */
const drawn = (document: PackDocument, facts: readonly Stretch[]): { pieces: Piece[]; height: number } => {
  const perLine = Math.max(CHARS_MIN, Math.ceil(document.text.length / LINES_MAX))
  const paragraphs = [...document.text.matchAll(/[^\n]+/g)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  return {
    pieces: [
      ...paragraphs.flatMap(([start, end]) => piecesOf(start, end, null, perLine)),
      ...facts.flatMap(({ start, end, level }) => piecesOf(start, end, level, perLine)),
    ],
    height: Math.ceil(document.text.length / perLine) * LINE,
  }
}

const stretchesIn = (pack: Pack, { id }: PackDocument, levels: ReadonlyMap<string, Level>): Stretch[] =>
  pack.facts
    .flatMap(({ id: factId, source }) =>
      source.kind === 'span' && source.documentId === id
        ? [{ start: source.start, end: source.end, level: levels.get(factId) ?? 0 }]
        : [],
    )
    // Of facts that share words the one that is held less is seen.
    .sort((a, b) => b.level - a.level)

const share = (document: PackDocument, stretches: readonly Stretch[], least: Level): number => {
  const chars = stretches.filter(({ level }) => level >= least).reduce((sum, { start, end }) => sum + end - start, 0)
  return Math.min(1, chars / Math.max(1, document.text.length))
}

/** The texts themselves, each sentence shaded by how well it is held. */
export const TextMaps = ({ packs, sets }: { packs: readonly Pack[]; sets: readonly SetView[] }) => {
  const levels = new Map(
    sets.flatMap(({ sections }) =>
      sections.flatMap(({ facts }) => facts.map((fact) => [fact.factId, fact.level] as const)),
    ),
  )
  const maps = packs.flatMap((pack) =>
    pack.documents.map((document) => ({ pack, document, stretches: stretchesIn(pack, document, levels) })),
  )
  if (maps.length === 0) return null
  const percent = (value: number) => `${Math.round(value * 100)}%`
  return (
    <Figure
      title={t('progress.textTitle')}
      note={t('progress.textNote')}
      head={[t('progress.text'), t('progress.textAsked'), t('progress.textHeld')]}
      rows={maps.map(({ document, stretches }) => [
        document.title,
        percent(share(document, stretches, 0)),
        percent(share(document, stretches, 3)),
      ])}
    >
      {maps.map(({ pack, document, stretches }) => {
        const { pieces, height } = drawn(document, stretches)
        const counts = ([4, 3, 2, 1, 0] as Level[])
          .map((level) => `${levelWord(level)} ${stretches.filter((one) => one.level === level).length}`)
          .join(', ')
        return (
          <a
            key={`${pack.setId} ${document.id}`}
            className={styles.text}
            href={readerHref({ setId: pack.setId, documentId: document.id })}
          >
            <span {...tongueOf(pack.language)}>{document.title}</span>
            <svg viewBox={`0 0 ${WIDTH} ${Math.max(LINE, height)}`} role="img" aria-label={counts}>
              {pieces.map(({ x, y, width, level }) => (
                <rect
                  key={`${x} ${y} ${width} ${level}`}
                  className={level === null ? styles.plain : styles[`level${level}`]}
                  {...{ x, y, width }}
                  height={LINE - 1}
                />
              ))}
            </svg>
          </a>
        )
      })}
      <LevelKey />
    </Figure>
  )
}
