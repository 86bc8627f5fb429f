import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { build } from './setup/build.mjs'
import { contentHash } from './setup/sources.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'footnote-build-'))
  vi.spyOn(console, 'log').mockReturnValue()
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
  vi.restoreAllMocks()
})

const good = vi.fn(async (slot: string) => {
  mkdirSync(join(root, slot), { recursive: true })
  writeFileSync(join(root, slot, 'BUILD_ID'), 'made')
  return { code: 0, output: '' }
})
const bad = async () => ({ code: 1, output: '' })

describe('a build', () => {
  it('is made once for the same sources', async () => {
    good.mockClear()
    expect(await build({ root, hash: '1', make: good })).toEqual({ slot: '.next/a', fresh: true })
    expect(await build({ root, hash: '1', make: good })).toEqual({ slot: '.next/a', fresh: true })
    expect(good).toHaveBeenCalledTimes(1)
  })

  it('never goes where the served one stands', async () => {
    await build({ root, hash: '1', make: good })
    expect(await build({ root, hash: '2', make: good })).toEqual({ slot: '.next/b', fresh: true })
    expect(await build({ root, hash: '3', make: good })).toEqual({ slot: '.next/a', fresh: true })
  })

  it('that fails leaves the one before it serving, and is tried again', async () => {
    await build({ root, hash: '1', make: good })
    expect(await build({ root, hash: '2', make: bad })).toEqual({ slot: '.next/a', fresh: false })
    expect(await build({ root, hash: '2', make: good })).toEqual({ slot: '.next/b', fresh: true })
  })

  it('that fails with none before it leaves nothing to serve', async () =>
    expect(await build({ root, hash: '1', make: bad })).toEqual({ slot: null, fresh: false }))

  it('whose folder was removed is made again', async () => {
    await build({ root, hash: '1', make: good })
    rmSync(join(root, '.next/a'), { recursive: true })
    good.mockClear()
    await build({ root, hash: '1', make: good })
    expect(good).toHaveBeenCalledTimes(1)
  })
})

describe('what counts as changed', () => {
  const file = 'lib/generated/hash-probe.txt'
  afterEach(() => rmSync(file, { force: true }))

  it('is the content, not the time', () => {
    mkdirSync('lib/generated', { recursive: true })
    writeFileSync(file, 'one')
    const first = contentHash([file])
    utimesSync(file, 1, 1)
    expect(contentHash([file])).toBe(first)
    writeFileSync(file, 'two')
    expect(contentHash([file])).not.toBe(first)
  })
})
