'use client'
import { useEffect, useState } from 'react'
import { Segments } from '#app/_ui/controls.tsx'
import { type Ease, easeNow, setEase } from '#lib/client/ease.ts'
import type { LearnerSettings } from '#lib/sync/index.ts'
import { t } from '#words'
import styles from './settings.module.css'
import { SwitchRow } from './switch-row.tsx'

const themes = () =>
  [
    ['system', t('account.themeSystem')],
    ['light', t('account.themeLight')],
    ['dark', t('account.themeDark')],
    ['sepia', t('account.themeSepia')],
  ] as const

const sizes = () =>
  [
    ['small', t('account.sizeSmall')],
    ['normal', t('account.sizeNormal')],
    ['large', t('account.sizeLarge')],
    ['larger', t('account.sizeLarger')],
  ] as const

const AS_USUAL: Ease = { size: 'normal', left: false, haptics: false, swipes: false, aloud: false }

type Props = { theme: LearnerSettings['theme']; change: (theme: LearnerSettings['theme']) => void }

/** How it looks, and how this device is held. */
export const ReadingPart = ({ theme, change }: Props) => {
  const [ease, show] = useState(AS_USUAL)
  useEffect(() => show(easeNow()), [])
  const set = (part: Partial<Ease>) => show(setEase(part))
  return (
    <>
      <section className="section">
        <h2 className="label">{t('account.reading')}</h2>
        <Segments legend={t('account.theme')} options={themes()} value={theme} onChange={change} />
        <ul className="list">
          <li className={`list-row ${styles.below}`}>
            <span className="grow">
              <strong>{t('account.size')}</strong>
              <span className="label">{t('account.sizeHint')}</span>
            </span>
            <Segments
              legend={t('account.size')}
              options={sizes()}
              value={ease.size}
              onChange={(size) => set({ size })}
            />
          </li>
        </ul>
      </section>
      <section className="section">
        <h2 className="label">{t('account.inHand')}</h2>
        <ul className="list">
          <SwitchRow
            name={t('account.left')}
            hint={t('account.leftHint')}
            on={ease.left}
            change={(left) => set({ left })}
          />
          <SwitchRow
            name={t('account.swipes')}
            hint={t('account.swipesHint')}
            on={ease.swipes}
            change={(swipes) => set({ swipes })}
          />
          <SwitchRow
            name={t('account.haptics')}
            hint={t('account.hapticsHint')}
            on={ease.haptics}
            change={(haptics) => set({ haptics })}
          />
          <SwitchRow
            name={t('account.aloud')}
            hint={t('account.aloudHint')}
            on={ease.aloud}
            change={(aloud) => set({ aloud })}
          />
        </ul>
      </section>
    </>
  )
}
