'use client'
import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import styles from './settings.module.css'

/** A row that opens what it names below itself. */
export const OpeningRow = ({ name, hint, children }: { name: string; hint: string; children: ReactNode }) => (
  <li>
    <details className={styles.details}>
      <summary className="list-row">
        <span className="grow">
          <strong>{name}</strong>
          <span className="label">{hint}</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className={styles.opened}>{children}</div>
    </details>
  </li>
)
