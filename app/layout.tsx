import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { locale, t } from '#lib/messages/index.ts'
import './_ui/fonts.css'
import './_ui/tokens.css'
import './_ui/components.css'
import './_ui/app.css'
import { THEME_SCRIPT } from './_ui/theme.ts'

export const metadata: Metadata = {
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

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FAF8F3' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

const PRELOADED = ['/fonts/figtree-latin-wght-normal.woff2', '/fonts/newsreader-latin-500-normal.woff2']

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang={locale.language} suppressHydrationWarning>
    <head>
      {PRELOADED.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      <script>{THEME_SCRIPT}</script>
    </head>
    <body>{children}</body>
  </html>
)
export default Layout
