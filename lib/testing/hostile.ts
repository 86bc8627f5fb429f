import type { Format } from '#lib/source/index.ts'

/** Texts of about so many characters that no reader is glad of, each of one kind throughout. */
export type Hostile = { format: Format; text: (length: number) => string }

const repeated =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.max(1, Math.round(length / unit.length)))

const SYLLABLES = 'ba ke li mo nu ra se ti vo za'.split(' ')

/** A name of its own for every number. */
const nameOf = (n: number): string => {
  const word = [...String(n).padStart(6, '0')].map((digit) => SYLLABLES[Number(digit)]).join('')
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

const rows =
  (unit: (n: number) => string, between: string, before = '') =>
  (length: number): string => {
    const count = Math.max(2, Math.round(length / (unit(1).length + between.length)))
    return before + Array.from({ length: count }, (_, n) => unit(n)).join(between)
  }

const RUNS: readonly string[] = [
  ...[
    'x',
    'x ',
    'X ',
    'Xy ',
    '(',
    ')',
    '()',
    '( ',
    '[',
    ']',
    '[](',
    '![',
    '"',
    '" ',
    "'",
    "a's ",
    '“',
    '*',
    '* ',
    '*a ',
  ],
  ...['**a ', '*a* ', '_a ', '~~a', '`', '`a ', '<', '<a ', '<!-- ', '&', '&amp;', '-', '- ', 'a-', '.', '. ', 'a.'],
  ...['A. ', '.A ', '? ', '!', ': ', '; ', ',', 'a, ', '1', '1 ', '1.', '1,', '1900 ', '12 March 1900, ', 'and '],
  ...['the ', 'of the ', 'he ', 'was ', 'these ', 'King of ', 'known as ', 'Anna Berta (AB) ', 'million ', '5 % '],
  ...[
    '|',
    '| a ',
    'a\t',
    '\\',
    '#',
    '# ',
    '>',
    '> ',
    '=',
    ' ',
    '\n',
    'a\n',
    '\r',
    '\u202e\u200fa ',
    'a\u200b\u200d\ufeff',
  ],
  ...['a\u0301\u0301\u0301', 'A\u0301 ', '\ud800', 'a\udc00 ', 'a\0 ', '\u{1f600}', 'Marie Curie ', 'Marie Curie. '],
  'In 1900, France signed a treaty with Japan. ',
  'a\t\n\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
]

const page = (text: (length: number) => string): Hostile => ({ format: 'html', text })
const marked = (text: (length: number) => string): Hostile => ({ format: 'markdown', text })
const plain = (text: (length: number) => string): Hostile => ({ format: 'text', text })

const wide = (cell: (n: number) => string, between: string, length: number) => rows(cell, between)(length / 4)

const SHAPES: Readonly<Record<string, Hostile>> = {
  'nested divisions': page(repeated('<div>')),
  'nested bold': page(repeated('<b><p>')),
  'nested lists': page(repeated('<ul><li>a ')),
  'nested tables': page(repeated('<table><tr><td>a ')),
  'bold that is never closed, each its own': page(rows((n) => `<p><b id=${n}>a`, '')),
  'links that are never closed': page(rows((n) => `<a href=${n}><p>a`, '')),
  'spans and then paragraphs': page((length) => repeated('<span>')(length / 2) + repeated('<p>a</p>')(length / 2)),
  'tags that close nothing': page((length) => repeated('<div>')(length / 2) + repeated('</span>')(length / 2)),
  'attributes without end': page((length) => `<p ${rows((n) => `a${n}=1`, ' ')(length)}>a`),
  'one long attribute': page((length) => `<p class="${repeated('a-')(length)}">a`),
  'a wide table of HTML': page((length) => {
    const row = `<tr>${wide((n) => `<td>${nameOf(n)}</td>`, '', length)}</tr>`
    return `<table>${row.repeat(4)}</table>`
  }),
  'a term and a definition without end': page(
    (length) =>
      `<dl>${`<dt>${repeated('aged ')(length / 4)}</dt><dd>${repeated('tree ')(length / 4)}</dd>`.repeat(2)}</dl>`,
  ),
  'headings of HTML': page(rows((n) => `<h2>The town of ${nameOf(n)}</h2>`, '')),
  'a wide table': marked((length) => {
    const row = wide(nameOf, ' | ', length)
    return [row, row.replace(/[^|]+/g, '-'), row, row].join('\n')
  }),
  'a rule that is none': marked((length) => `a|b\n${repeated('-|')(length)}x`),
  'a heading with marks behind': marked((length) => `# a${repeated(' #')(length)}x`),
  'a heading of spaces': marked((length) => `# a${repeated(' ')(length)}x`),
  headings: marked(rows((n) => `# The town of ${nameOf(n)}`, '\n')),
  'list items': marked(rows((n) => `- the town of ${nameOf(n)} is in the land`, '\n')),
  'list items of one letter': marked(rows(() => '- a', '\n')),
  'definition lists': marked(rows((n) => `the ${nameOf(n)}\n: a kind of tree that is found in the land`, '\n')),
  'a table whose first column has a long name': marked((length) => {
    const value = (n: number) => `${nameOf(n)} | ${n} |`
    return `| ${repeated('town ')(length / 2)} | Year |\n|---|---|\n| ${rows(value, '\n| ')(length / 2)}`
  }),
  'many tables': marked(rows(() => 'a|b\n-|-\nc|d\ne|f\ng|h\n', '\n')),
  'lines that look like headings': plain(rows((n) => `The town of ${nameOf(n)}`, '\n\n')),
  'headings with rules': plain(rows((n) => `The town of ${nameOf(n)}\n-----`, '\n')),
  'rows of many widths': plain(rows((n) => 'a|'.repeat(1 + (n % 50)), '\n')),
  'a glossary of dashes': plain(rows(() => `- ${'a '.repeat(20)}: ${'- '.repeat(200)}`, '\n')),
}

/** Sentences just short enough to be read, each of one thing again and again. */
const sentences =
  (unit: string, size: number) =>
  (length: number): string => {
    const filled = unit.repeat(Math.ceil(size / unit.length)).replace(/[\r\n.!?]/g, ',')
    return repeated(`The ${filled} Paris was built by Anna in 1900.\n\n`)(length)
  }

const FORMATS: readonly Format[] = ['text', 'markdown', 'html']
const formatOf = (n: number): Format => FORMATS[n % FORMATS.length] ?? 'text'

/** Every shape, and every run in one of the formats. */
export const hostile: Readonly<Record<string, Hostile>> = {
  ...SHAPES,
  ...Object.fromEntries(
    RUNS.map((unit, n) => [`${JSON.stringify(unit)} again and again`, { format: formatOf(n), text: repeated(unit) }]),
  ),
}

/** Every run in every format, and as sentences. */
export const moreHostile: Readonly<Record<string, Hostile>> = {
  ...Object.fromEntries(
    RUNS.flatMap((unit) =>
      FORMATS.map((format) => [`${JSON.stringify(unit)} as ${format}`, { format, text: repeated(unit) }] as const),
    ),
  ),
  ...Object.fromEntries(
    RUNS.flatMap((unit) =>
      [500, 3_800].map(
        (size) => [`sentences of ${size} ${JSON.stringify(unit)}`, plain(sentences(unit, size))] as const,
      ),
    ),
  ),
}

const ENGLISH = 'This is what is known of the towns of the land, and of those who have lived in them for long. '

/** The same with English prose wherever the language is judged, so that nothing is refused for it. */
export const inEnglish = (text: string): string => {
  const third = Math.floor(text.length / 3)
  const parts = [text.slice(0, third), text.slice(third, 2 * third), text.slice(2 * third)]
  const [edge, middle] = [ENGLISH.repeat(18), ENGLISH.repeat(28)]
  return [edge, parts[0], middle, parts[1], middle, parts[2], edge].join('\n\n')
}
