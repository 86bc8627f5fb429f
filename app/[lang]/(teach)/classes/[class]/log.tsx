'use client'
import { useZone } from '#app/_client/use-zone.ts'
import type { ClassEventKind, ClassEventLine } from '#lib/server/classes/events.ts'
import { formatDate, t } from '#words'
import styles from '../classes.module.css'

const ROLES: Readonly<Record<string, () => string>> = {
  instructor: () => t('classes.instructor'),
  assistant: () => t('classes.assistant'),
  learner: () => t('classes.learner'),
}
const roleWord = (role: unknown): string => ROLES[String(role)]?.() ?? ''

const dayWord = (date: unknown): string =>
  typeof date === 'string' ? formatDate(Date.parse(`${date}T00:00:00Z`), 'whole', 'UTC') : ''

const WORDS: Readonly<Record<ClassEventKind, (line: ClassEventLine) => string>> = {
  made: () => t('classes.didMade'),
  renamed: () => t('classes.didRenamed'),
  opened: () => t('classes.didOpened'),
  closed: () => t('classes.didClosed'),
  guests: () => t('classes.didGuests'),
  archived: () => t('classes.didArchived'),
  resumed: () => t('classes.didResumed'),
  joined: () => t('classes.didJoined'),
  left: () => t('classes.didLeft'),
  removed: ({ user }) => t('classes.didRemoved', { user: user ?? t('classes.nameless') }),
  role: ({ user, detail }) =>
    t('classes.didRole', {
      ...{ user: user ?? t('classes.nameless'), from: roleWord(detail.from), to: roleWord(detail.to) },
    }),
  assigned: ({ detail }) =>
    detail.date === undefined ? t('classes.didSetQuiz') : t('classes.didAssigned', { date: dayWord(detail.date) }),
  dropped: () => t('classes.didDropped'),
  edited: ({ detail }) => t('classes.didEdited', { version: String(detail.version) }),
  extended: ({ user }) => t('classes.didExtended', { user: user ?? t('classes.nameless') }),
  decided: ({ user, detail }) =>
    t(detail.accepted ? 'classes.didAccept' : 'classes.didRefuse', { user: user ?? t('classes.nameless') }),
  mended: ({ detail }) => t('classes.didMend', { n: Number(detail.changed) }),
  unmended: ({ detail }) => t('classes.didUnmend', { n: Number(detail.changed) }),
  enrolled: ({ detail }) => t('roster.didEnrol', { n: Number(detail.number) }),
  slips: ({ detail }) => t('roster.didSlips', { n: Number(detail.number) }),
}

/** What was done in the class and by whom, the last first. */
export const ClassLog = ({ lines }: { lines: readonly ClassEventLine[] }) => {
  const zone = useZone(null)
  return (
    <details>
      <summary className={`label ${styles.more}`}>{t('classes.log')}</summary>
      <p className="label">{t('classes.logNote')}</p>
      <ul className={styles.log}>
        {lines.map((line) => (
          <li key={line.id}>
            <span className="label num">{formatDate(line.at, 'moment', zone)}</span>
            <span>
              <bdi>{t('classes.by', { what: WORDS[line.kind](line), name: line.actor ?? t('classes.nameless') })}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
