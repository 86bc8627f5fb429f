'use client'
import { useState } from 'react'
import { t } from '#words'
import { LetterForm } from '../_parts/letter-form.tsx'
import styles from './ways-back.module.css'

/** For whoever cannot give a password: a letter where mail works, a new password, a code. */
export const WaysBack = ({ mail }: { mail: boolean }) => {
  const [byLetter, setByLetter] = useState(false)
  return (
    <section className={styles.ways}>
      {byLetter ? <LetterForm kind="entry" /> : null}
      {mail && !byLetter ? (
        <button type="button" className="btn btn-line wide" onClick={() => setByLetter(true)}>
          {t('enter.linkInstead')}
        </button>
      ) : null}
      <a className="btn btn-quiet btn-small" href="/forgot">
        {t('enter.forgot')}
      </a>
      <a className="btn btn-quiet btn-small" href="/enter">
        {t('enter.haveCode')}
      </a>
    </section>
  )
}
