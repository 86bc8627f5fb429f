import { type NextRequest, NextResponse } from 'next/server'
import { THEME_SCRIPT } from '#app/_ui/theme.ts'
import type { Language } from '#lib/messages/index.ts'
import { asRefusal, statusOf } from '#lib/server/errors.ts'
import { siteOf } from '#lib/server/origin.ts'
import { dataPolicy, developmentPolicy, newNonce, pagePolicy, securityHeaders } from '#lib/server/policy.ts'
import { hashOf, inlineSourcesOf } from '#lib/server/shell-policy.ts'
import { inLanguageOf, languageOf } from '#lib/server/words.ts'

/**
 * Routes that take more than a few kilobytes stay out: Next keeps a copy of the body for a proxy, cuts it at 10 MB and still
 * answers 200. `handle()` checks their host and sets their headers.
 */
export const config = { matcher: '/((?!api/documents|api/sync|api/import|api/restore).*)' }

const themeScript = hashOf(THEME_SCRIPT)

type Policy = { readonly policy: string; readonly nonce: boolean }

/** Shells by the hashes of what was built; pages made on request by a nonce, which Next reads off the policy. */
const policyFor = (path: string, secure: boolean): Policy => {
  if (path.startsWith('/api/')) return { policy: dataPolicy, nonce: false }
  if (process.env.NODE_ENV === 'development') return { policy: developmentPolicy(), nonce: false }
  const { inline, isShell } = inlineSourcesOf(path)
  if (isShell) return { policy: pagePolicy(inline, secure), nonce: false }
  const nonce = `'nonce-${newNonce()}'`
  const scripts = [...new Set([nonce, themeScript, ...inline.scripts])]
  return { policy: pagePolicy({ scripts, styles: [nonce, ...inline.styles] }, secure), nonce: true }
}

const refused = (thrown: unknown): NextResponse => {
  const refusal = asRefusal(thrown)
  return new NextResponse(`${refusal.message}\n`, {
    status: statusOf(refusal.code),
    headers: {
      ...securityHeaders({ secure: false, trustworthy: false }),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}

/** What a browser sees as `/today` is made at `/en/today`; data and files have no language. */
const pathIn = (language: Language, path: string): string | null => {
  if (/^\/(api|_next)\//.test(path) || /\.\w+$/.test(path)) return null
  return `/${language}${path === '/' ? '' : path}`
}

const respond = (request: NextRequest): NextResponse => {
  const site = siteOf(request.headers)
  const language = languageOf(request.headers)
  const { pathname } = request.nextUrl
  const path = pathIn(language, pathname)
  const { policy, nonce } = policyFor(path ?? pathname, site.secure)
  const onward = new Headers(request.headers)
  onward.delete('content-security-policy')
  onward.delete('content-security-policy-report-only')
  if (nonce) onward.set('content-security-policy', policy)
  const how = { request: { headers: onward } }
  const url = request.nextUrl.clone()
  if (path !== null) url.pathname = path
  const response = path === null ? NextResponse.next(how) : NextResponse.rewrite(url, how)
  for (const [name, value] of Object.entries(securityHeaders(site))) response.headers.set(name, value)
  response.headers.set('content-security-policy', policy)
  if (path !== null) response.headers.append('vary', 'accept-language')
  return response
}

export const proxy = (request: NextRequest): NextResponse =>
  inLanguageOf(request.headers, () => {
    try {
      return respond(request)
    } catch (thrown) {
      return refused(thrown)
    }
  })
