import { squareFor } from '#app/_ui/qr.ts'
import styles from '../classes.module.css'

/** A square for cameras that opens an address; `label` is what it says to whoever does not see it. */
export const Square = ({ address, label }: { address: string; label: string }) => {
  const { size, path } = squareFor(address)
  return (
    <svg
      className={styles.square}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={styles.light} d={`M0 0h${size}v${size}h-${size}z`} />
      <path className={styles.dark} d={path} />
    </svg>
  )
}
