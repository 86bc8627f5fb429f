import type { ReactNode } from 'react'
import { t } from '#words'
import { Icon } from './icons.tsx'
import { Wordmark } from './wordmark.tsx'

const PLACES = [
  { place: 'today', href: '/today', icon: 'today', name: 'common.today' },
  { place: 'documents', href: '/documents', icon: 'document', name: 'common.documents' },
  { place: 'plan', href: '/plan', icon: 'plan', name: 'common.plan' },
  { place: 'progress', href: '/progress', icon: 'progress', name: 'common.progress' },
] as const

export type Place = (typeof PLACES)[number]['place']

/** The frame of a learner's page: tabs at the foot of a phone, a rail at the side of a laptop. */
export const Frame = ({ current, children }: { current?: Place; children: ReactNode }) => (
  <div className="app">
    <a className="skip" href="#content">
      {t('common.skip')}
    </a>
    <nav className="tabs" aria-label={t('common.mainNav')}>
      <Wordmark href="/today" />
      {PLACES.map(({ place, href, icon, name }) => (
        <a key={place} className="tab" href={href} {...(place === current ? { 'aria-current': 'page' as const } : {})}>
          <Icon name={icon} />
          {t(name)}
        </a>
      ))}
    </nav>
    <main className="page" id="content">
      {children}
    </main>
  </div>
)
