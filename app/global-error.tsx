'use client'
import { isLanguage, LANGUAGES, type Language, lostWords, voiceOf } from '#lib/messages/index.ts'
import './_ui/fonts.css'
import './_ui/tokens.css'
import './_ui/components.css'
import './_ui/app.css'
import { Void } from './_ui/void.tsx'

/** The language of the page that broke, as long as its document still stands. */
const languageNow = (): Language => {
  const lang = typeof document === 'undefined' ? 'en' : document.documentElement.lang
  return isLanguage(lang) ? lang : 'en'
}

/** Stands in for the whole document when the layout itself broke. */
const GlobalError = ({ reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  const language = languageNow()
  const { t } = voiceOf(language, lostWords(language))
  return (
    <html lang={language} dir={LANGUAGES[language].dir} suppressHydrationWarning>
      <body>
        <main className="page">
          <Void broken title={t('lost.brokenTitle')} body={t('lost.brokenBody')}>
            <button type="button" className="btn btn-primary wide" onClick={reset}>
              {t('lost.retry')}
            </button>
          </Void>
        </main>
      </body>
    </html>
  )
}
export default GlobalError
