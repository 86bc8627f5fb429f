import { doorNotes } from '#lib/server/door-notes.ts'
import { ownIdentities } from '#lib/server/identities.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { formatDate, t } from '#words'
import { ProviderTrouble } from '../_parts/provider-trouble.tsx'
import { LinkRow, UnlinkRow } from './ways-in-rows.tsx'

/** A member's accounts elsewhere, and those that could be added; nothing where there are neither. */
export const WaysIn = async ({ viewer }: { viewer: Viewer }) => {
  if (viewer.kind === 'guest') return null
  const [{ linked, others }, notes] = await Promise.all([ownIdentities(viewer), doorNotes()])
  if (linked.length + others.length === 0) return null
  return (
    <section className="section" id="ways-in">
      <h2 className="label">{t('ways.head')}</h2>
      <ProviderTrouble notes={notes} />
      <ul className="list">
        {linked.map(({ provider, subject, name, email, createdAt }) => {
          const date = formatDate(createdAt.getTime(), 'whole')
          const hint = email === null ? t('ways.linked', { date }) : t('ways.linkedAs', { email, date })
          return <UnlinkRow key={provider + subject} {...{ provider, subject, name, hint }} />
        })}
        {others.map(({ id, name }) => (
          <LinkRow key={id} id={id} name={name} />
        ))}
      </ul>
    </section>
  )
}
