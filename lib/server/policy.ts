import { randomBytes } from 'node:crypto'

/** What a page may run and apply beyond its own files, as CSP sources: `'nonce-…'`, `'sha256-…'`. */
export type InlineSources = { readonly scripts: readonly string[]; readonly styles: readonly string[] }

export const noInlineSources: InlineSources = { scripts: [], styles: [] }

export const newNonce = (): string => randomBytes(16).toString('base64')

/** How a response travels; see `Site` in origin.ts. */
type Way = { readonly secure: boolean; readonly trustworthy: boolean }

/** Sent with every response, pages and data alike. Over plain HTTP browsers ignore the opener policy, with an error each time. */
export const securityHeaders = ({ secure, trustworthy }: Way): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  ...(trustworthy ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** Data is never a page: nothing in it may load or run. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const directives = (scripts: string, styles: string, secure: boolean): string =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    // Attributes only: React sets the width of a progress bar as one. They cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** The policy of a page in production: our own files, and exactly the inline scripts and styles it was made with. */
export const pagePolicy = (inline: InlineSources, secure: boolean): string =>
  directives(["'self'", ...inline.scripts].join(' '), ["'self'", ...inline.styles].join(' '), secure)

/** Under `next dev` the bundler injects styles, evaluates modules and talks over a socket. */
export const developmentPolicy = (): string =>
  directives("'self' 'unsafe-inline' 'unsafe-eval'", "'self' 'unsafe-inline'", false).replace(
    "connect-src 'self'",
    "connect-src 'self' ws: wss:",
  )
