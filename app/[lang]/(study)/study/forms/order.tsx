import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { t } from '#words'

type Props = {
  options: readonly string[]
  placed: readonly string[]
  change: (placed: string[]) => void
}

const moved = (list: readonly string[], from: number, to: number): string[] => {
  const next = list.filter((_, i) => i !== from)
  const item = list[from]
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

/** Tap in order. What is placed can be taken back with a tap or moved with its arrows; nothing needs dragging. */
export const Order = ({ options, placed, change }: Props) => {
  const tongue = useTongue()
  const pool = options.filter((option) => !placed.includes(option))
  return (
    <div className="order">
      <p className="label" id="order-placed">
        {t('study.orderPlaced')}
      </p>
      <ol aria-labelledby="order-placed">
        {placed.map((text, i) => (
          <li key={text} className="placed">
            <button
              type="button"
              className="choice"
              aria-label={t('study.takeBack', { text })}
              onClick={() => change(placed.filter((other) => other !== text))}
            >
              <span className="key-letter">{i + 1}</span>
              <span className="said" {...tongue}>
                {text}
              </span>
            </button>
            <button
              type="button"
              className="icon-btn"
              aria-label={t('study.moveUp', { text })}
              disabled={i === 0}
              onClick={() => change(moved(placed, i, i - 1))}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="icon-btn"
              aria-label={t('study.moveDown', { text })}
              disabled={i === placed.length - 1}
              onClick={() => change(moved(placed, i, i + 1))}
            >
              <Icon name="down" />
            </button>
          </li>
        ))}
      </ol>
      {placed.length === 0 ? <p className="muted order-empty">{t('study.orderEmpty')}</p> : null}
      {pool.length > 0 ? (
        <fieldset className="choices" aria-label={t('study.orderPool')}>
          {pool.map((text) => (
            <button key={text} type="button" className="choice" onClick={() => change([...placed, text])}>
              <span className="key-letter">
                <Icon name="plus" small />
              </span>
              <span className="said" {...tongue}>
                {text}
              </span>
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
