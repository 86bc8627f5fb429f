'use client'
import { useEffect, useState } from 'react'
import { squareFor } from '#app/_ui/qr.ts'
import { useTongue } from '#app/_words/tongue.ts'
import type { LiveState, LiveTeaching } from '#lib/server/quizzes/live/state.ts'
import { t } from '#words'
import styles from './big.module.css'

const Square = ({ address }: { address: string }) => {
  const { size, path } = squareFor(address)
  return (
    <svg
      className={styles.square}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('live.square', { address })}
      shapeRendering="crispEdges"
    >
      <path className={styles.light} d={`M0 0h${size}v${size}h-${size}z`} />
      <path className={styles.dark} d={path} />
    </svg>
  )
}

type Props = { state: LiveState; teaching: LiveTeaching }

/** Before it starts: how to come in, and how many have. */
export const Waiting = ({ state: { title, questions }, teaching: { joinCode, forSome, present } }: Props) => {
  const tongue = useTongue()
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  const address = `${origin}/join/${joinCode}`
  return (
    <div className={styles.waiting}>
      <div>
        <h1 className={styles.title} {...tongue}>
          {title}
        </h1>
        <p className={styles.lede}>{t('live.questions', { n: questions })}</p>
        <div className={styles.joining}>
          <h2 className="label">{t('live.howToJoin')}</h2>
          {joinCode ? (
            <>
              <p className={styles.code} dir="ltr">{`${joinCode.slice(0, 4)} ${joinCode.slice(4)}`}</p>
              {origin ? <p>{t('live.joinAt', { address: address.replace(/^https?:\/\//, '') })}</p> : null}
            </>
          ) : (
            <p>{t(forSome ? 'live.joinSome' : 'live.joinClosed')}</p>
          )}
        </div>
        <p className={styles.present} role="status">
          {t('live.present', { n: present })}
        </p>
      </div>
      {joinCode && origin ? <Square address={address} /> : null}
    </div>
  )
}
