import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const APP = fileURLToPath(new URL('../', import.meta.url))

/** Attributes that a learner reads or hears. */
const SAID = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
])
/** Props of our own components that are shown. */
const SHOWN = new Set(['label', 'hint', 'head', 'lede', 'body', 'legend', 'note', 'caption'])

const isText = (text: string): boolean => /\p{L}{2}/u.test(text)

// The grammar of ESTree has hundreds of shapes; a search through it needs three of their properties.
type Node = { readonly type: string; readonly [property: string]: unknown }

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'
const nodesIn = (value: unknown): Node[] => [value].flat().filter(isNode)

/** The words in a literal or a template, or in what a condition chooses from; none in anything else. */
const wordsIn = (node: Node): string => {
  if (node.type === 'Literal' || node.type === 'JSXText') return typeof node.value === 'string' ? node.value : ''
  if (node.type === 'TemplateLiteral')
    return nodesIn(node.quasis)
      .map(({ value }) => (value as { cooked: string | null }).cooked ?? '')
      .join(' ')
  const choices = {
    JSXExpressionContainer: ['expression'],
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['right'],
  }
  return (choices[node.type as keyof typeof choices] ?? [])
    .flatMap((part) => nodesIn(node[part]).map(wordsIn))
    .join(' ')
}

const saidBy = (node: Node): Node[] => {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return nodesIn(node.children)
  if (node.type !== 'JSXAttribute') return []
  const { name } = node.name as { name: string }
  return SAID.has(name) || SHOWN.has(name) ? nodesIn(node.value) : []
}

/** Text that a screen would show without asking the catalogue. */
const textOutside = (name: string, source: string): string[] => {
  const search = (node: Node): string[] => [
    ...saidBy(node).map(wordsIn).filter(isText),
    ...Object.values(node).flatMap((value) => nodesIn(value).flatMap(search)),
  ]
  const { program } = parseSync(name, source)
  return search(program as unknown as Node).map((text) => `${name}: ${text.trim()}`)
}

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'))

describe('text outside the catalogue', () => {
  it('is on no screen', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((path) => textOutside(path, readFileSync(APP + path, 'utf8')))).toEqual([])
  })

  it.each([
    ['<p>Hello</p>', 'Hello'],
    ['<>Hello</>', 'Hello'],
    ["<p>{'Hello'}</p>", 'Hello'],
    ['<p>{`Hello ${name}`}</p>', 'Hello'],
    ["<p>{open ? 'Open' : t('a.b')}</p>", 'Open'],
    ["<p>{open && 'Open'}</p>", 'Open'],
    ['<a aria-label="Hello" />', 'Hello'],
    ["<a title={'Hello'} />", 'Hello'],
    ['<Field label="Hello" />', 'Hello'],
  ])('is noticed in %s', (planted, text) =>
    expect(textOutside('planted.tsx', `const a = ${planted}`)).toEqual([`planted.tsx: ${text}`]),
  )

  it.each(["<p className='hello there'>{t('common.today')} · {1}</p>", '<a href="/today">{children}</a>'])(
    'is not %s',
    (fine) => expect(textOutside('fine.tsx', `const a = ${fine}`)).toEqual([]),
  )
})
