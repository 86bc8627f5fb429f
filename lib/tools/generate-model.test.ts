import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type Generated, generate } from '#lib/questions/index.ts'
import { modelServer, proposing } from '#lib/testing/model-server.ts'

const QUOTE = 'A clockwork of brass drove the lens of Skerry Lighthouse, and keepers wound it every three hours.'
const QUESTION = 'Of which metal was the clockwork that drove the lens of Skerry Lighthouse made?'
const TEXT = `Agnes Rennick designed Skerry Lighthouse in 1784. Edward Loe founded the Anset Harbour Company in 1744. ${QUOTE}`

const folder = mkdtempSync(join(tmpdir(), 'footnote-generate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'skerry.txt')
writeFileSync(file, TEXT)

const made = generate({ text: TEXT, format: 'text' })
const floor = made.ok ? made.value : null

type Said = { status: number | null; stdout: string; stderr: string }

/** Not spawned in step: the server that the program asks lives in this process. */
const run = (args: string[], env: Record<string, string>): Promise<Said> =>
  new Promise((resolve, reject) => {
    const program = join('node_modules', '.bin', 'tsx')
    const child = spawn(program, ['--conditions=react-server', 'lib/tools/generate.ts', ...args, file], {
      env: { ...process.env, FOOTNOTE_LLM_URL: '', FOOTNOTE_LLM_MODEL: '', ...env },
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()))
    child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, ...said }))
  })

const unset = /FOOTNOTE_LLM_URL and FOOTNOTE_LLM_MODEL/

it('asks no model unless it is told to, and says what to set where none is', async () => {
  const server = await modelServer(proposing({}, {}))
  const set = { FOOTNOTE_LLM_URL: server.url, FOOTNOTE_LLM_MODEL: 'small' }
  const [without, nothing] = await Promise.all([run([], set), run(['--model'], {})])
  await server.close()
  expect(JSON.parse(without.stdout)).toMatchObject({ facts: floor?.facts, questions: floor?.questions })
  expect(server.asked).toEqual([])
  expect(nothing).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(unset) })
}, 120_000)

it('adds what a model proposes after what the rules write, and prints the rules’ alone where it fails', async () => {
  const good = proposing({ facts: [{ quote: QUOTE, question: QUESTION, answer: 'brass' }] }, { [QUESTION]: 'brass' })
  const server = await modelServer(good)
  const broken = await modelServer((_asked, response) => void response.writeHead(401).end())
  const told = (url: string) => run(['--model'], { FOOTNOTE_LLM_URL: url, FOOTNOTE_LLM_MODEL: 'small' })
  const [more, same] = await Promise.all([told(server.url), told(broken.url)])
  await Promise.all([server.close(), broken.close()])
  const { questions } = JSON.parse(more.stdout) as Generated
  expect(more).toMatchObject({ status: 0, stderr: '' })
  expect(questions.slice(0, floor?.questions.length)).toEqual(floor?.questions)
  expect(questions.slice(floor?.questions.length)).toMatchObject([{ stem: QUESTION, key: 'brass', tier: 'B' }])
  expect(same).toMatchObject({ status: 0, stderr: expect.stringMatching(/no answer for 1 of 1 parts .*401/) })
  expect(JSON.parse(same.stdout)).toMatchObject({ facts: floor?.facts, questions: floor?.questions })
}, 120_000)
