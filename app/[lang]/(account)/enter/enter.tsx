'use client'
import { Opening } from '#app/_ui/opening.tsx'
import type { ProviderName } from '#lib/server/providers.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { CodeForm } from './code-form.tsx'
import { LinkScreen } from './link-screen.tsx'
import type { Here } from './screen.ts'
import { useLink } from './use-link.ts'
import { Over, Stuck } from './without.tsx'

/** Looks at the link, then shows what it is for; without one, a field for a code. */
export const Enter = ({ here, providers }: { here: Here; providers: readonly ProviderName[] }) => {
  const { looked, again, show } = useLink()
  const typeCode = () => show({ kind: 'none' })
  const closeTo = here ? '/today' : '/'
  switch (looked.kind) {
    case 'looking':
      return <Opening />
    case 'over':
      return <Over closeTo={closeTo} typeCode={typeCode} />
    case 'stuck':
      return <Stuck closeTo={closeTo} trouble={looked.trouble} again={() => again(looked.token)} />
    case 'found':
      return <LinkScreen key={looked.token} {...looked} {...{ here, providers, closeTo, typeCode }} />
    default:
      return (
        <Door
          head={t('enter.codeHead')}
          lede={t('enter.codeLede')}
          closeTo={closeTo}
          foot={
            <p className="label">
              <a href="/classes">{t('enter.classCode')}</a>
            </p>
          }
        >
          <CodeForm found={show} />
        </Door>
      )
  }
}
