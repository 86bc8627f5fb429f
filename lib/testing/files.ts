import { ZipFile } from 'yazl'

/** A run of text on a page: where its left end stands, from the lower left corner in points, and how large it is. */
export type Placed = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }

const BODY = 11

const streamOf = (placed: readonly Placed[]): string =>
  placed
    .map(({ text, x, y, size = BODY }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
    .join('\n')

/** A PDF with these pages, each of 595 by 842 points, in Helvetica. `locked`: it asks for a password. */
export const pdfOf = (pages: readonly (readonly Placed[])[], { locked = false } = {}): Buffer => {
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((placed, at) => {
      const stream = streamOf(placed)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
    ...(locked ? [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`] : []),
  ]
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = text.length
  const lock = locked ? ` /Encrypt ${bodies.length} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : ''
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Lines below each other, from a height down. */
export const column = (lines: readonly string[], x: number, top: number, size = BODY): Placed[] =>
  lines.map((text, at) => ({ text, x, y: top - at * (size + 3), size }))

/** A ZIP of these files. */
export const zipOf = async (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

/** A Word file: `# ` begins a heading, `| ` a row of a table with its cells parted by `|`, anything else a paragraph. */
export const docxOf = (lines: readonly string[]): Promise<Buffer> => {
  const body = lines.map((line) => {
    if (line.startsWith('# ')) return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(line.slice(2))}</w:p>`
    if (!line.startsWith('| ')) return `<w:p>${run(line)}</w:p>`
    const cells = line.slice(2).split('|')
    return `<w:tbl><w:tr>${cells.map((cell) => `<w:tc><w:p>${run(cell.trim())}</w:p></w:tc>`).join('')}</w:tr></w:tbl>`
  })
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships ${RELATED}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELATED}><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${WORD}><w:body>${body.join('')}</w:body></w:document>`,
  })
}

const DRAWING =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const shape = (kind: string, lines: readonly string[]) =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${kind}"/></p:nvPr></p:nvSpPr><p:txBody>${lines
    .map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
    .join('')}</p:txBody></p:sp>`

/** A PowerPoint file; each slide is its title and its lines. The files of the slides are named against their order. */
export const pptxOf = (
  slides: readonly { readonly title: string; readonly lines: readonly string[] }[],
): Promise<Buffer> => {
  const nameOf = (at: number) => `slides/slide${slides.length - at}.xml`
  return zipOf({
    'ppt/presentation.xml': `<p:presentation ${DRAWING}><p:sldIdLst>${slides
      .map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships ${RELATED}>${slides
      .map((_, at) => `<Relationship Id="s${at}" Type="${OFFICE}/slide" Target="${nameOf(at)}"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      slides.map(({ title, lines }, at) => [
        `ppt/${nameOf(at)}`,
        `<p:sld ${DRAWING}><p:cSld><p:spTree>${shape('title', [title])}${shape('body', lines)}${shape('ftr', ['Every slide'])}</p:spTree></p:cSld></p:sld>`,
      ]),
    ),
  })
}

/** An EPUB of chapters, given as the HTML of their bodies, with a table of contents that is none. */
export const epubOf = (chapters: readonly string[]): Promise<Buffer> =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${chapters
      .map((_, at) => `<item id="c${at}" href="text/c${at}.xhtml" media-type="application/xhtml+xml"/>`)
      .join(
        '',
      )}</manifest><spine><itemref idref="nav"/>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html><body><p>Contents of the book</p></body></html>',
    ...Object.fromEntries(
      chapters.map((body, at) => [
        `OEBPS/text/c${at}.xhtml`,
        `<html><head><title>x</title></head><body>${body}</body></html>`,
      ]),
    ),
  })
