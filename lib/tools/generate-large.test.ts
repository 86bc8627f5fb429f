import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Generated } from '#lib/questions/index.ts'

test('five megabytes of English finish', () => {
  const names = ['Brown', 'Green', 'White', 'Black', 'Stone', 'Hill']
  const paragraphs = Array.from({ length: 26_000 }, (_, i) => {
    const name = names[i % names.length]
    return `In ${1500 + (i % 500)} the engineer Ada ${name} built bridge ${i} across the River Severn. A span is a stretch of bridge that lies between two supports. It carried ${i + 2} carts a day, and the town of Marlow paid for the work with a toll that it raised each year.\n\n`
  })
  const folder = mkdtempSync(join(tmpdir(), 'footnote-large-'))
  try {
    const path = join(folder, 'large.txt')
    writeFileSync(path, paragraphs.join(''))
    const command = ['--conditions=react-server', 'lib/tools/generate.ts', path]
    const { status, stdout, stderr } = spawnSync(join('node_modules', '.bin', 'tsx'), command, {
      encoding: 'utf8',
      maxBuffer: 400_000_000,
    })
    expect([status, stderr]).toEqual([0, ''])
    const { document, facts } = JSON.parse(stdout) as Generated
    expect(document.text.length).toBeGreaterThan(5_000_000)
    expect(facts.length).toBeGreaterThan(1_000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
