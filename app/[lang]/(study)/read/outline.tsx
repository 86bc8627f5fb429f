'use client'
import { useEffect, useState } from 'react'
import { DocumentMap, LevelKey } from '#app/_ui/map.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { t } from '#words'
import styles from './reader.module.css'
import type { ReaderSection } from './reading.ts'

/** The section whose heading last passed the upper part of the window. */
const useSectionInView = (sections: readonly ReaderSection[]): string | null => {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const above = new Set<string>()
    const watcher = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting, boundingClientRect } of changes) {
          const passed = isIntersecting || boundingClientRect.top < 0
          if (passed) above.add(target.id)
          else above.delete(target.id)
        }
        setCurrent(sections.findLast(({ id }) => above.has(id))?.id ?? null)
      },
      { rootMargin: '0px 0px -60% 0px' },
    )
    for (const { id } of sections) {
      const heading = document.getElementById(id)
      if (heading) watcher.observe(heading)
    }
    return () => watcher.disconnect()
  }, [sections])
  return current
}

/** The sections with their maps, at the side of a laptop. */
export const Outline = ({ sections }: { sections: readonly ReaderSection[] }) => {
  const tongue = useTongue()
  const current = useSectionInView(sections)
  return (
    <nav className={`hide-p ${styles.outline}`} aria-label={t('reader.mapOf')}>
      <p className={`label ${styles.outlineHead}`}>{t('reader.map')}</p>
      {sections.map(({ id, heading, facts }) => (
        <a key={id} href={`#${id}`} {...(id === current ? { 'aria-current': true } : {})}>
          <span {...tongue}>{heading}</span>
          {facts.length > 0 ? <DocumentMap small groups={[facts.map(({ level }) => level)]} /> : null}
        </a>
      ))}
      <div className={styles.outlineKey}>
        <LevelKey />
      </div>
    </nav>
  )
}
