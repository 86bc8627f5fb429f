import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressLimit, authSecret, isSecure, languageModel, listedHosts, modelHost, publicUrl } from './env.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'footnote-env-'))

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', '')
  vi.stubEnv('NEXTAUTH_URL', '')
  vi.stubEnv('FOOTNOTE_URL', '')
})
afterEach(() => vi.unstubAllEnvs())

describe('the secret', () => {
  it('is the one that was given', () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'given')
    expect(authSecret()).toBe('given')
  })

  it('is made once, in a folder that is made too, for its owner alone, and kept', () => {
    const folder = join(newFolder(), 'not', 'there')
    vi.stubEnv('FOOTNOTE_DATA', folder)
    const made = authSecret()
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['secret'])
    vi.stubEnv('FOOTNOTE_DATA', newFolder())
    expect(authSecret()).not.toBe(made)
    vi.stubEnv('FOOTNOTE_DATA', folder)
    expect(authSecret()).toBe(made)
  })

  it('is closed to others again where it was open', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'secret'), 's'.repeat(40))
    chmodSync(join(folder, 'secret'), 0o644)
    vi.stubEnv('FOOTNOTE_DATA', folder)
    expect(authSecret()).toBe('s'.repeat(40))
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is refused where it is too short to be one', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'secret'), 'short')
    vi.stubEnv('FOOTNOTE_DATA', folder)
    expect(() => authSecret()).toThrow('too short')
  })

  it('is the same for processes that start at one moment', async () => {
    const folder = newFolder()
    const ask = `import('./lib/server/env.ts').then((env) => process.stdout.write(env.authSecret()))`
    const env = { ...process.env, FOOTNOTE_DATA: folder, NEXTAUTH_SECRET: '' }
    const start = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', ask], { env })
    const secrets = await Promise.all([start(), start(), start()])
    expect(new Set(secrets.map(({ stdout }) => stdout))).toEqual(
      new Set([readFileSync(join(folder, 'secret'), 'utf8').trim()]),
    )
  })
})

describe('the address from outside', () => {
  it('is none when nothing is set, and then nothing is secure', () => {
    expect(publicUrl()).toBeNull()
    expect(isSecure()).toBe(false)
  })

  it('is FOOTNOTE_URL, else the name next-auth has for it', () => {
    vi.stubEnv('NEXTAUTH_URL', 'http://old.example')
    expect(publicUrl()?.origin).toBe('http://old.example')
    vi.stubEnv('FOOTNOTE_URL', 'https://new.example')
    expect(publicUrl()?.origin).toBe('https://new.example')
    expect(isSecure()).toBe(true)
  })

  it.each(['footnote.example', 'ftp://footnote.example', 'javascript:alert(1)'])('is not %s', (url) => {
    vi.stubEnv('FOOTNOTE_URL', url)
    expect(() => publicUrl()).toThrow('FOOTNOTE_URL')
  })

  it('may have more names', () => {
    vi.stubEnv('FOOTNOTE_HOSTS', ' School.example, 10.0.0.7:8080 ,')
    expect(listedHosts()).toEqual(['school.example', '10.0.0.7:8080'])
  })
})

describe('what one address may do', () => {
  it('is as usual until it is set, and never nonsense', () => {
    vi.stubEnv('FOOTNOTE_ADDRESS_LIMIT', '')
    expect(addressLimit(300)).toBe(300)
    vi.stubEnv('FOOTNOTE_ADDRESS_LIMIT', '1200')
    expect(addressLimit(300)).toBe(1200)
    for (const wrong of ['0', '-1', '1.5', 'many']) {
      vi.stubEnv('FOOTNOTE_ADDRESS_LIMIT', wrong)
      expect(() => addressLimit(300)).toThrow('FOOTNOTE_ADDRESS_LIMIT')
    }
  })
})

describe('the language model', () => {
  beforeEach(() => {
    for (const name of ['URL', 'MODEL', 'KEY']) vi.stubEnv(`FOOTNOTE_LLM_${name}`, '')
  })

  it('is none when nothing is set', () => expect([languageModel(), modelHost()]).toEqual([null, null]))

  it('is a server and a model, with a key where it wants one', () => {
    vi.stubEnv('FOOTNOTE_LLM_URL', 'http://localhost:11434/v1/')
    vi.stubEnv('FOOTNOTE_LLM_MODEL', 'small')
    expect(languageModel()).toEqual({ url: 'http://localhost:11434/v1', model: 'small', key: null })
    vi.stubEnv('FOOTNOTE_LLM_KEY', 'secret')
    expect(languageModel()?.key).toBe('secret')
    expect(modelHost()).toBe('localhost:11434')
  })

  it.each([
    ['', 'small'],
    ['http://localhost:11434/v1', ''],
    ['localhost', 'small'],
    ['file:///etc/passwd', 'small'],
  ])('is not %j with %j', (url, model) => {
    vi.stubEnv('FOOTNOTE_LLM_URL', url)
    vi.stubEnv('FOOTNOTE_LLM_MODEL', model)
    expect(() => languageModel()).toThrow('FOOTNOTE_LLM_')
  })
})
