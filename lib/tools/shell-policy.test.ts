import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inlineSources, shellPolicy } from './shell-policy.mjs'

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const buildOf = (pages: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-build-'))
  mkdirSync(join(folder, 'server/app/en'), { recursive: true })
  const routes = Object.fromEntries(Object.keys(pages).map((route) => [route, {}]))
  writeFileSync(join(folder, 'prerender-manifest.json'), JSON.stringify({ routes }))
  for (const [route, html] of Object.entries(pages)) {
    writeFileSync(join(folder, 'server/app', `${route}.html`), html)
  }
  return folder
}

describe('inline sources of a page', () => {
  it('are the hashes of its inline scripts and styles, each once, and of nothing that is loaded', () => {
    const html =
      '<!doctype html><html><head><style>p{color:red}</style><script>a<b&&c</script></head><body><script src="/x.js"></script>' +
      '<p title="<script>no</script>">x</p><script id="y">go("é")</script><script>a<b&&c</script></body></html>'
    expect(inlineSources(html)).toEqual({ scripts: [sha('a<b&&c'), sha('go("é")')], styles: [sha('p{color:red}')] })
  })

  it('hash the text as a browser does, with line ends made one', () => {
    expect(inlineSources('<script>a\r\nb</script>').scripts).toEqual([sha('a\nb')])
  })
})

describe('the policy of a build', () => {
  it('has each shell under its path and the not-found page under *', () => {
    const folder = buildOf({
      '/en': '<script>1</script>',
      '/en/today': '<script>2</script>',
      '/_not-found': '<script>3</script>',
    })
    expect(shellPolicy(folder, ['/en', '/en/today'])).toEqual({
      '/en': { scripts: [sha('1')], styles: [] },
      '/en/today': { scripts: [sha('2')], styles: [] },
      '*': { scripts: [sha('3')], styles: [] },
    })
  })

  it('is refused where a shell was not built as a static page', () => {
    const folder = buildOf({ '/en': '', '/_not-found': '' })
    expect(() => shellPolicy(folder, ['/en', '/en/study'])).toThrow('/en/study')
  })
})
