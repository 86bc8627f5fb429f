import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { hold } from '#app/_words/voice.ts'
import { wholeVoice } from '#lib/messages/index.ts'
import PrivacyPage from '../../app/[lang]/(account)/privacy/page.tsx'
import { ENDED_SESSION_DAYS, GUEST_DAYS, SECURITY_LOG_DAYS } from './housekeeping.ts'
import { LINK_DAYS_MAX } from './one-time.ts'
import { periods } from './periods.ts'
import { SESSION_SECONDS } from './session-token.ts'

// There is no request here that the page could wait for.
vi.mock('next/server', async (actual) => ({ ...(await actual<object>()), connection: async () => {} }))

afterEach(() => vi.unstubAllEnvs())

describe.each(['en', 'pl'] as const)('the page on privacy in %s', (lang) => {
  const voice = wholeVoice(lang)
  let rows: Map<string, string>
  const shown = async () => renderToStaticMarkup(await PrivacyPage({ params: Promise.resolve({ lang }) }))
  beforeAll(async () => {
    hold(voice)
    const html = await shown()
    rows = new Map(
      [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, what = '', long = '']) => [what, long]),
    )
  })

  it.each([
    ['privacy.longGuest', GUEST_DAYS],
    ['privacy.longSession', ENDED_SESSION_DAYS],
    ['privacy.longLog', SECURITY_LOG_DAYS],
    ['privacy.longLink', LINK_DAYS_MAX],
    ['privacy.longCookie', SESSION_SECONDS / 86_400],
  ] as const)('promises for %s what the code keeps', (key, n) => {
    expect(rows.get(voice.t(key))).toBe(voice.t('privacy.days', { n }))
  })

  it('says that texts are sent to a language model, and where, only where one is set', async () => {
    vi.stubEnv('FOOTNOTE_LLM_URL', '')
    const without = await shown()
    vi.stubEnv('FOOTNOTE_LLM_URL', 'https://model.school.example/v1')
    const set = await shown()
    expect(without).not.toContain('model.school.example')
    expect(set).toContain(voice.t('privacy.whoModel', { host: 'model.school.example' }))
  })

  it('promises each period once, and none in words of its own', () => {
    expect(rows.size).toBe(Object.keys(periods).length + 1)
    const { days: _, ...texts } = voice.words.privacy ?? {}
    for (const text of Object.values(texts)) expect(text).not.toMatch(/\d/)
  })
})
