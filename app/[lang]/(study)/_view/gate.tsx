'use client'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useCanInstall, useLearner } from '#app/_client/index.ts'
import { Opening } from '#app/_ui/opening.tsx'
import { Void } from '#app/_ui/void.tsx'
import type { Learner } from '#lib/client/index.ts'
import { t } from '#words'
import { useNow } from './clock.ts'

const Nobody = lazy(() => import('./nobody.tsx'))
const Blocked = lazy(() => import('./blocked.tsx'))

/** Loaded behind the first question, which is not to wait for it. */
const keepPages = () =>
  import('#lib/client/shell.ts').then(
    ({ onShellChange }) => onShellChange(() => undefined),
    () => undefined,
  )

/** Shown by the stylesheet where no account is known on this device, before any script has come. */
const NobodySoFar = () => (
  <>
    <Opening />
    <div className="nobody-so-far">
      <Void title={t('common.nobodyTitle')} body={t('common.nobodyBody')} />
    </div>
  </>
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
  const someone = learner.account !== null
  useEffect(() => {
    if (someone) void keepPages()
  }, [someone])
  if (learner.trouble === 'blocked')
    return frame(
      <Suspense fallback={<Opening />}>
        <Blocked />
      </Suspense>,
    )
  if (learner.status === 'none')
    return frame(
      <Suspense fallback={<NobodySoFar />}>
        <Nobody />
      </Suspense>,
    )
  if (learner.status === 'loading' && learner.account === null) return frame(<NobodySoFar />)
  if (learner.status === 'loading' || now === 0) return frame(<Opening />)
  return children(learner, now)
}
