import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Generated } from '#lib/questions/index.ts'
import { decoded } from './generate.ts'

const folder = mkdtempSync(join(tmpdir(), 'footnote-generate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = (path: string) => {
  const tsx = join('node_modules', '.bin', 'tsx')
  return spawnSync(tsx, ['--conditions=react-server', 'lib/tools/generate.ts', path], {
    encoding: 'utf8',
    maxBuffer: 400_000_000,
  })
}

const printed = (path: string): Generated => {
  const { status, stdout, stderr } = run(path)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout) as Generated
}

describe('what cannot be read ends with 1 and one line that says what to do', () => {
  test.each([
    ['empty.txt', ''],
    ['binary.txt', Buffer.from([0, 1, 2, 255, 254, 0, 7, 9])],
    [
      'german.txt',
      'Die Niere ist ein Organ, das das Blut filtert und den Harn bildet. Sie liegt im hinteren Bauchraum des Menschen.',
    ],
  ])('%s', (name, content) => {
    const { status, stdout, stderr } = run(file(name, content))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/: .*(?:give|save|only English)/i)
  })

  test('a file that is not there', () => {
    const { status, stderr } = run(join(folder, 'nowhere.txt'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/check the path/)
  })
})

test('a document without facts ends with 0 and says what was skipped', () => {
  const { facts, questions, skipped } = printed(
    file('bare.txt', 'It was like this. They said so again and again. What else could we do here?'),
  )
  expect([facts, questions]).toEqual([[], []])
  expect(skipped).toHaveLength(3)
})

test('a page is printed as one object, without its frame, in the promised shape', () => {
  const generated = printed('lib/questions/gold/contract.html')
  expect(Object.keys(generated).sort()).toEqual(['document', 'facts', 'questions', 'skipped'])
  expect(generated.document.text).not.toMatch(/newsletter|rights reserved/)
  expect(generated.questions.length).toBeGreaterThan(10)
})

test('the shipped document is read with its names', () => {
  const { document, questions } = printed('content/japan-russia-relations')
  expect(document.title).toBe('Japan–Russia relations')
  expect(questions.filter((question) => question.tier === 'A').length).toBeGreaterThan(60)
})

test('the original article, where it is to be had', () => {
  const path = process.env.FOOTNOTE_SOURCE_ARTICLE
  if (!path || !existsSync(path)) {
    console.log('FOOTNOTE_SOURCE_ARTICLE is not set: the original article was not read.')
    expect(path && existsSync(path)).toBeFalsy()
    return
  }
  const { document, questions } = printed(path)
  expect(document.title).toBe('Japan-Russia Relations')
  expect(questions.some((question) => /donation|mailing list|last modified/i.test(question.stem))).toBe(false)
  expect(questions.filter((question) => question.tier === 'A').length).toBeGreaterThan(40)
})

test('five megabytes of English finish', () => {
  const names = ['Brown', 'Green', 'White', 'Black', 'Stone', 'Hill']
  const paragraphs = Array.from({ length: 26_000 }, (_, i) => {
    const name = names[i % names.length]
    return `In ${1500 + (i % 500)} the engineer Ada ${name} built bridge ${i} across the River Severn. A span is a stretch of bridge that lies between two supports. It carried ${i + 2} carts a day, and the town of Marlow paid for the work with a toll that it raised each year.\n\n`
  })
  const path = file('large.txt', paragraphs.join(''))
  const { document, facts } = printed(path)
  expect(document.text.length).toBeGreaterThan(5_000_000)
  expect(facts.length).toBeGreaterThan(1_000)
}, 300_000)

test('bytes are decoded by their mark, as UTF-8, or as Windows-1252', () => {
  expect(decoded(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]))).toBe('Aé')
  expect(decoded(Buffer.from('Aé', 'utf8'))).toBe('Aé')
  expect(decoded(Buffer.from([0x41, 0xe9]))).toBe('Aé')
})
