import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Generated } from '#lib/questions/index.ts'
import { decoded, generateTelling } from './generate.ts'

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

  test.each([
    ['bare', []],
    ['broken', ['document.md', 'names.json']],
  ])('a folder that is %s', (name, files) => {
    const path = join(folder, name)
    mkdirSync(path)
    for (const each of files) writeFileSync(join(path, each), 'Not what it should be.')
    const { status, stdout, stderr } = run(path)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n')).toHaveLength(1)
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
  expect(Object.keys(generated.document).sort()).toEqual(['language', 'text', 'title', 'words'])
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

test('bytes are decoded by their mark, as UTF-8, or as Windows-1252', () => {
  expect(decoded(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]))).toBe('Aé')
  expect(decoded(Buffer.from('Aé', 'utf8'))).toBe('Aé')
  expect(decoded(Buffer.from([0x41, 0xe9]))).toBe('Aé')
})

describe('on the way', () => {
  const input = { text: 'In 1928 Alexander Fleming discovered penicillin in London.', format: 'text' } as const
  const told = (isTTY: boolean, msAStep: number): string => {
    const out: string[] = []
    let at = 0
    const done = generateTelling(input, { isTTY, write: (text) => out.push(text) }, () => (at += msAStep))
    expect(done.ok).toBe(true)
    return out.join('')
  }

  test('a terminal is told how far it is, and the line is wiped', () => {
    const shown = told(true, 600)
    expect(shown).toMatch(/\d+ % finding facts/)
    expect(shown).toSatisfy((text: string) => text.endsWith('\u001b[K'))
  })

  test('nothing is said of what is soon done, nor to a file', () => {
    expect(told(true, 1)).toBe('')
    expect(told(false, 600)).toBe('')
  })
})
