import type { CSSProperties } from 'react'
import { t } from '#words'
import { cellsOf, LEVELS, type Level, levelCounts, levelWord } from './level.ts'

type Props = { groups: readonly (readonly Level[])[]; small?: boolean; label?: string }

const shareOf = (cells: number): CSSProperties => ({ '--n': cells }) as CSSProperties

/** A cell a fact, grouped by section: both height and depth rise with how well it is held. */
export const DocumentMap = ({ groups, small = false, label }: Props) => {
  const cells = cellsOf(groups)
  const all = groups.flat()
  const many = cells.flat().length > 40
  const name = label ?? t('common.mapLabel', { n: all.length, counts: levelCounts(all) })
  return (
    <div className={`map${small ? ' map-s' : ''}${many ? ' map-many' : ''}`} role="img" aria-label={name}>
      {cells.map((group) => (
        <span key={group[0]?.at} style={shareOf(group.length)}>
          {group.map(({ at, level }) => (
            <i key={at} className={`m${level}`} />
          ))}
        </span>
      ))}
    </div>
  )
}

/** What the shading means, in words. */
export const LevelKey = () => (
  <p className="key">
    <span className="sr">{t('common.levelKey')}</span>
    {LEVELS.map((level) => (
      <span key={level}>
        <i className={`m${level}`} />
        {levelWord(level)}
      </span>
    ))}
  </p>
)

/** Four bars, filled up to the level; the word stands beside it. */
export const Meter = ({ level }: { level: Level }) => (
  <span className="meter" aria-hidden="true">
    {LEVELS.slice(1).map((step) => (
      <i key={step} className={step <= level ? 'on' : ''} />
    ))}
  </span>
)
