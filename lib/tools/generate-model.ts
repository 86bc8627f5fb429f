import { ok, type Result } from '#lib/base/index.ts'
import { type Generated, type GenerateInput, type GenerateRefusal, generatedFrom, write } from '#lib/questions/index.ts'
import type { LanguageModel } from '#lib/server/env.ts'
import { modelClient } from '#lib/server/model/client.ts'
import { LIMITS } from '#lib/server/model/limits.ts'
import { proposeWith } from '#lib/server/model/propose.ts'

/** What the rules write, and after it what a model proposed and every check let through. `say` is told what went wrong. */
export const generateWithModel = async (
  input: GenerateInput,
  model: LanguageModel,
  say: (trouble: string) => void,
): Promise<Result<Generated, GenerateRefusal>> => {
  const written = write(input)
  if (!written.ok) return written
  const generated = generatedFrom(written.value)
  const { facts, questions, failed, parts, left, trouble } = await proposeWith(
    written.value,
    await modelClient(model, LIMITS),
    LIMITS,
  )
  if (failed > 0) say(`The model gave no answer for ${failed} of ${parts} parts (${trouble}).`)
  if (left > 0) say(`The model was asked about the first ${parts} of ${parts + left} parts only.`)
  return ok({
    ...generated,
    facts: [...generated.facts, ...facts],
    questions: [...generated.questions, ...questions],
  })
}
