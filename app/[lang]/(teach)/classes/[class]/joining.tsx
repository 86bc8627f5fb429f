'use client'
import { useEffect, useState } from 'react'
import type { ClassView } from '#lib/server/classes/read.ts'
import { t } from '#words'
import { changeClassAction } from '../actions.ts'
import styles from '../classes.module.css'
import type { Does } from './doing.ts'
import { Square } from './square.tsx'

type Props = { view: ClassView; teaching: NonNullable<ClassView['teaching']>; does: Does }

/** How others come into the class: a code to say, an address to send, a square to show. */
export const Joining = ({ view: { classId, role }, teaching: { joinCode, guests }, does }: Props) => {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  const leads = role === 'instructor'
  const address = `${origin}/join/${joinCode}`
  return (
    <section className="section" aria-labelledby="joining">
      <h2 className="head" id="joining">
        {t('classes.joining')}
      </h2>
      {joinCode ? (
        <div className={styles.form}>
          <p className="label">{t('classes.codeIs')}</p>
          <p className={styles.code} dir="ltr">
            {`${joinCode.slice(0, 4)} ${joinCode.slice(4)}`}
          </p>
          {origin ? (
            <>
              <p className="label">
                <a href={address} dir="ltr">
                  {address.replace(/^https?:\/\//, '')}
                </a>
              </p>
              <Square address={address} label={t('classes.square', { address })} />
            </>
          ) : null}
        </div>
      ) : (
        <p className="muted">{t('classes.closed')}</p>
      )}
      {leads ? (
        <>
          <label className="list-row">
            <span className="grow">
              <strong>{t('classes.guests')}</strong>
              <span className="label">{t('classes.guestsHint')}</span>
            </span>
            <input
              type="checkbox"
              role="switch"
              aria-checked={guests}
              className="switch"
              checked={guests}
              onChange={() => does(() => changeClassAction({ classId, guests: !guests }))}
            />
          </label>
          <div className={styles.ways}>
            <button
              type="button"
              className="btn btn-line btn-small"
              onClick={() => does(() => changeClassAction({ classId, open: true }))}
            >
              {t(joinCode ? 'classes.newCode' : 'classes.open')}
            </button>
            {joinCode ? (
              <button
                type="button"
                className="btn btn-quiet btn-small"
                onClick={() => does(() => changeClassAction({ classId, open: false }))}
              >
                {t('classes.close')}
              </button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  )
}
