'use client'
import { locale, lost } from '#lib/messages/index.ts'
import './_ui/fonts.css'
import './_ui/tokens.css'
import './_ui/components.css'
import './_ui/app.css'
import { Void } from './_ui/void.tsx'

/** Stands in for the whole document when the layout itself broke. */
const GlobalError = ({ reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <html lang={locale.language}>
    <body>
      <main className="page">
        <Void broken title={lost.brokenTitle} body={lost.brokenBody}>
          <button type="button" className="btn btn-primary wide" onClick={reset}>
            {lost.retry}
          </button>
        </Void>
      </main>
    </body>
  </html>
)
export default GlobalError
