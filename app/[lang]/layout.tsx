import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { type InLanguage, speak, t } from '#app/_words/on-server.ts'
import { Words } from '#app/_words/words.tsx'
import { LANGUAGES, languages } from '#lib/messages/index.ts'
import '#app/_ui/fonts.css'
import '#app/_ui/tokens.css'
import '#app/_ui/components.css'
import '#app/_ui/app.css'
import { THEME_SCRIPT } from '#app/_ui/theme.ts'

export const generateMetadata = async (props: InLanguage): Promise<Metadata> => {
  await speak(props)
  return {
    title: { default: t('common.name'), template: t('common.pageTitle', { page: '%s' }) },
    description: t('common.description'),
    manifest: '/manifest.webmanifest',
    icons: {
      icon: [
        { url: '/favicon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
      apple: '/apple-touch-icon.png',
    },
    appleWebApp: { capable: true, title: t('common.name'), statusBarStyle: 'default' },
    formatDetection: { telephone: false, date: false, address: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FAF8F3' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

const LATIN = ['/fonts/figtree-latin-wght-normal.woff2', '/fonts/newsreader-latin-500-normal.woff2']
const LATIN_EXT = ['/fonts/figtree-latin-ext-wght-normal.woff2', '/fonts/newsreader-latin-ext-500-normal.woff2']
/** What every page of a language needs before its first line stands still. */
const preloaded = (language: string): readonly string[] => (language === 'pl' ? [...LATIN, ...LATIN_EXT] : LATIN)

/** Every page is made once in each language; which one an address shows is the proxy's choice. */
export const generateStaticParams = () => languages.map((lang) => ({ lang }))

const Layout = async ({ children, ...props }: InLanguage & { children: ReactNode }) => {
  const language = await speak(props)
  return (
    <html lang={language} dir={LANGUAGES[language].dir} suppressHydrationWarning>
      <head>
        {preloaded(language).map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <script>{THEME_SCRIPT}</script>
      </head>
      <body>
        <Words language={language} of={['common', 'lost']}>
          {children}
        </Words>
      </body>
    </html>
  )
}
export default Layout
