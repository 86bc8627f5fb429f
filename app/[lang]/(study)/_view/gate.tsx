'use client'
import { type ReactNode, useEffect } from 'react'
import { useCanInstall, useLearner } from '#app/_client/index.ts'
import { Opening } from '#app/_ui/opening.tsx'
import { Start } from '#app/_ui/start.tsx'
import { Void } from '#app/_ui/void.tsx'
import type { Learner } from '#lib/client/index.ts'
import { t } from '#words'
import { useNow } from './clock.ts'

const Nobody = () => (
  <Void title={t('common.nobodyTitle')} body={t('common.nobodyBody')}>
    <Start className="start" />
    <a className="btn btn-quiet btn-small wide" href="/sign-in">
      {t('landing.signIn')}
    </a>
  </Void>
)

const Blocked = () => (
  <Void broken title={t('common.blockedTitle')} body={t('common.blockedBody')}>
    <button type="button" className="btn btn-primary wide" onClick={() => location.reload()}>
      {t('common.retry')}
    </button>
  </Void>
)

/** Loaded behind the first question, which is not to wait for it. */
const keepPages = () =>
  import('#lib/client/shell.ts').then(
    ({ onShellChange }) => onShellChange(() => undefined),
    () => undefined,
  )

type Props = {
  /** Puts the page's own frame around what stands in for it, where it brings one of its own. */
  frame?: (inside: ReactNode) => ReactNode
  children: (learner: Learner, now: number) => ReactNode
}

/** What a learner's page needs before it can show anything: storage that opens, somebody who studies, their log. */
export const Gate = ({ frame = (inside) => inside, children }: Props) => {
  const learner = useLearner()
  const now = useNow()
  // From the first page on the browser does not ask to be installed by itself, and the pages are kept.
  useCanInstall()
  useEffect(() => {
    void keepPages()
  }, [])
  if (learner.trouble === 'blocked') return frame(<Blocked />)
  if (learner.status === 'none') return frame(<Nobody />)
  if (learner.status === 'loading' || now === 0) return frame(<Opening />)
  return children(learner, now)
}
