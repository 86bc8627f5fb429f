import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const FOLDER = fileURLToPath(new URL('../../prisma/schema/', import.meta.url))

type Model = { name: string; sentence: string; body: string }

const models: Model[] = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
    ([, sentence = '', name = '', body = '']) => ({ name, sentence: sentence.replaceAll('///', '').trim(), body }),
  ),
)

const fieldsIn = (text: string): string[] => text.split(',').map((field) => field.trim().split('(')[0] ?? '')

/** What an index can be entered by: every prefix of the keys and indexes of a model. */
const entered = ({ body }: Model): string[][] => {
  const lines = body.split('\n')
  const single = lines.filter((line) => /@(id|unique)\b/.test(line) && !line.includes('@@'))
  const several = [...body.matchAll(/@@(?:id|unique|index)\(\[([^\]]+)\]/g)].map(([, list = '']) => fieldsIn(list))
  return [...single.map((line) => [line.trim().split(/\s+/)[0] ?? '']), ...several]
}

describe('the schema', () => {
  it('has its models', () => {
    expect(models.length).toBeGreaterThan(20)
  })

  it.each(models)('opens $name with a sentence', ({ sentence }) => {
    expect(sentence).toMatch(/^[A-Z].+\.$/s)
  })

  it.each(models)('indexes every foreign key of $name', (model) => {
    const keys = [...model.body.matchAll(/@relation\(fields: \[([^\]]+)\]/g)].map(([, list = '']) => fieldsIn(list))
    for (const key of keys)
      expect(
        entered(model).some((index) => key.every((field, at) => index[at] === field)),
        key.join(),
      ).toBe(true)
  })

  it.each(models.filter(({ name }) => ['Entry', 'Grade', 'Card', 'RejectedEntry'].includes(name)))(
    'leads every index of $name with the user',
    (model) => {
      for (const index of entered(model)) expect(index[0]).toBe('userId')
    },
  )
})
