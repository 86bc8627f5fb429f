'use client'
import { useEffect, useRef } from 'react'
import { squareFor } from '#app/_ui/qr.ts'
import type { MoveCode } from '#lib/server/guest-move.ts'
import { t } from '#words'
import parts from '../_parts/parts.module.css'
import styles from './move.module.css'

/** Under these names every device finds itself. */
const isLocal = (host: string): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)

const Square = ({ address, code }: { address: string; code: string }) => {
  const { size, path } = squareFor(`${address}#${code}`)
  return (
    <svg
      className={styles.square}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('enter.makeSquare', { address })}
      shapeRendering="crispEdges"
    >
      <path className={styles.light} d={`M0 0h${size}v${size}h-${size}z`} />
      <path className={styles.dark} d={path} />
    </svg>
  )
}

/** A code to be typed or scanned elsewhere, at the address under which this device reached us. */
export const ShownCode = ({ made: { code, lastsMs } }: { made: MoveCode }) => {
  const local = isLocal(location.hostname)
  const address = `${location.origin}/enter`
  const shown = useRef<HTMLParagraphElement>(null)
  // So that it is read out, a second one as well as the first.
  useEffect(() => {
    if (code) shown.current?.focus()
  }, [code])
  return (
    <div className={`stack ${styles.shown}`}>
      {local ? <p className={parts.note}>{t('enter.makeLocal', { host: location.host })}</p> : null}
      <p>{t('enter.makeHow', { address: address.replace(/^https?:\/\//, '') })}</p>
      <p className={styles.code} dir="ltr" tabIndex={-1} ref={shown}>
        <span className="sr">{t('enter.makeCode', { letters: [...code].join(' ') })}</span>
        <span aria-hidden="true">{`${code.slice(0, 4)} ${code.slice(4)}`}</span>
      </p>
      <p className="label">{t('enter.makeGood', { n: Math.round(lastsMs / 60_000) })}</p>
      {local ? null : (
        <>
          <p>{t('enter.makeScan')}</p>
          <Square address={address} code={code} />
        </>
      )}
    </div>
  )
}
