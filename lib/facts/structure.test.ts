import { expect, test } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { extractFacts } from './extract.ts'

const questionsOf = (text: string): string[] => {
  const result = readDocument({ text, format: 'markdown', title: 'Metals' })
  if (!result.ok) throw new Error(result.error.message)
  return extractFacts(result.value).facts.flatMap((fact) => fact.wh ?? [])
}
const LEAD =
  '# Metals\n\nThe handbook keeps a record of what is taught in the rooms of the school, and of how it is taught.\n\n'

test('a cell is asked in a grammatical question, units and plurals as they are said', () => {
  const asked = questionsOf(`${LEAD}| Metal | Melting Point (°C) | Uses | Notes | Refined by |
|---|---|---|---|---|
| iron | 1538 | tools | hard | smelting |
| white gold | 950 | rings | soft | alloying |
| tungsten | 3422 | filaments | grey | sintering |
| a metal that rusts | 12 | none at all | red | none |
`)
  expect(asked).toContain('In the table “Metals”, what is the melting point in °C of the metal “white gold”?')
  expect(asked).toContain('In the table “Metals”, what are the uses of the metal iron?')
  expect(asked).toContain('In the table “Metals”, what stands under “Refined by” for the metal tungsten?')
  expect(asked.filter((text) => /notes|rusts/.test(text))).toEqual([])
})
