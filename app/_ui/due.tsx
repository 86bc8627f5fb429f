'use client'
import { useZone } from '#app/_client/use-zone.ts'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { QuizDue } from '#lib/sync/index.ts'
import { formatDate, t } from '#words'
import { Icon } from './icons.tsx'

const STATES = { 'under-way': 'due.underWay', done: 'due.done', closed: 'due.closed' } as const

const stateOf = ({ state, opensAt, closesAt }: QuizDue, moment: (at: number) => string): string => {
  if (state === 'not-yet') return opensAt === null ? '' : t('due.opens', { at: moment(opensAt) })
  if (state !== 'open') return t(STATES[state])
  return closesAt === null ? t('due.open') : t('due.until', { at: moment(closesAt) })
}

/** How long it takes, as far as that is known. */
const lengthOf = ({ questions, limitMinutes, kind }: QuizDue): string => {
  if (kind === 'live') return t('due.live')
  return limitMinutes === null ? t('due.questions', { n: questions }) : t('due.minutes', { n: limitMinutes })
}

const hrefOf = ({ kind, assignmentId }: QuizDue): string =>
  kind === 'live' ? `/live/${assignmentId}` : `/quiz?quiz=${assignmentId}`

type Props = { due: readonly QuizDue[]; timeZone: string | null; inClass?: boolean }

/** What a class wants answered: from whom, until when, and how long it takes. Nothing where there is nothing. */
export const DueList = ({ due, timeZone, inClass = false }: Props) => {
  const zone = useZone(timeZone)
  const moment = (at: number) => formatDate(at, 'moment', zone)
  return (
    <ul className="list">
      {due.map((one) => (
        <li key={one.assignmentId}>
          <a className="list-row" href={hrefOf(one)}>
            <span className="grow">
              <strong {...tongueOf(one.language)}>{one.title}</strong>
              {inClass ? null : (
                <span className="label">
                  <bdi>
                    {one.from === null ? one.classTitle : t('due.from', { classTitle: one.classTitle, from: one.from })}
                  </bdi>
                </span>
              )}
              <span className="label num">{[lengthOf(one), stateOf(one, moment)].filter(Boolean).join(' · ')}</span>
            </span>
            <Icon name="forward" />
          </a>
        </li>
      ))}
    </ul>
  )
}
