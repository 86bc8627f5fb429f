import 'server-only'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { NameGroup } from '#lib/questions/index.ts'
import { type Published, publish } from './content/publish.ts'
import { db, type Tx, transaction } from './db.ts'
import { engineVersion } from './generator/engine-version.ts'
import { makeDraft, reviewedDraft } from './generator/make-draft.ts'
import { namedId, sha256 } from './ids.ts'

export type Seeded = { readonly slug: string; readonly published: Published | null }

const CONTENT = 'content'
/** What stands where a generator's version does. */
const REVIEWED = 'reviewed'

/** `key: value` lines between two `---` lines at the top of a document. */
const frontMatter = (markdown: string): Record<string, string> => {
  const block = /^---\n([\s\S]*?)\n---\n/.exec(markdown.replaceAll('\r\n', '\n'))?.[1] ?? ''
  const pairs = block.split('\n').flatMap((line) => {
    const [, key, value] = /^(\w+):\s*(.*)$/.exec(line) ?? []
    return key && value ? [[key, value.trim().replace(/^"(.*)"$/, '$1')] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** An id that is the same on every installation, as long as what it names is the same. */
const idsUnder =
  (slug: string) =>
  (what: string, taken: ReadonlySet<string>): string => {
    for (let again = 0; ; again++) {
      const id = namedId(`${slug} ${what}${again > 0 ? ` ${again}` : ''}`)
      if (!taken.has(id)) return id
    }
  }

const readFolder = (folder: string, slug: string) => {
  const markdown = readFileSync(path.join(folder, slug, 'document.md'), 'utf8')
  const namesFile = path.join(folder, slug, 'names.json')
  const names = existsSync(namesFile) ? readFileSync(namesFile, 'utf8') : '[]'
  const reviewedFile = path.join(folder, slug, 'questions.json')
  const reviewed = existsSync(reviewedFile) ? readFileSync(reviewedFile, 'utf8') : null
  const { title, source } = frontMatter(markdown)
  const about = { ...(title ? { title } : {}), ...(source ? { source } : {}) }
  const contentHash = sha256([markdown, names, ...(reviewed === null ? [] : [reviewed])].join('\0'))
  return { markdown, names, reviewed, about, contentHash }
}

/** One shipped document. Published versions stay as they are; a changed text or generator adds a version. */
const seedOne = async (folder: string, slug: string, generator: string): Promise<Seeded> => {
  const { markdown, names, reviewed, about, contentHash } = readFolder(folder, slug)
  // What people wrote stays as it is whichever generator is here.
  const engine = reviewed === null ? generator : REVIEWED
  const idFor = idsUnder(slug)
  const nothing = new Set<string>()
  const [setId, documentId] = [idFor('set', nothing), idFor('document', nothing)]
  const upToDate = async (tx: Tx) => {
    const latest = await tx.setVersion.findFirst({ where: { setId }, orderBy: { version: 'desc' } })
    return latest?.contentHash === contentHash && latest.engineVersion === engine
  }
  if (await upToDate(db())) return { slug, published: null }
  const input = {
    ...about,
    ...{ text: markdown, format: 'markdown' as const, names: JSON.parse(names) as NameGroup[] },
    ...{ engineVersion: engine, contentHash },
  }
  const draft = reviewed === null ? makeDraft(input) : reviewedDraft(input, JSON.parse(reviewed))
  if (!draft.ok) throw new Error(`No questions could be made from ${slug}: ${draft.error.message ?? draft.error.code}`)
  const published = await transaction(async (tx) => {
    const now = new Date()
    await tx.document.upsert({ where: { id: documentId }, create: { id: documentId, createdAt: now }, update: {} })
    await tx.questionSet.upsert({
      where: { id: setId },
      create: { id: setId, documentId, slug, visibility: 'public', createdAt: now },
      // Writing to the row locks it, on PostgreSQL too: of two starters the second waits here.
      update: { visibility: 'public' },
    })
    // Another starter may have been faster while the questions were written.
    if (await upToDate(tx)) return null
    return publish(tx, draft.value, { setId, documentId, ownerId: null, idFor }, now)
  })
  return { slug, published }
}

/** Publishes what ships in `content/`, each folder with a document.md as a public set that nobody owns. */
export const seedShipped = async (folder = path.join(process.cwd(), CONTENT)): Promise<Seeded[]> => {
  const engine = engineVersion()
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'document.md')))
    .map((entry) => entry.name)
    .sort()
  const seeded: Seeded[] = []
  for (const slug of slugs) seeded.push(await seedOne(folder, slug, engine))
  return seeded
}
