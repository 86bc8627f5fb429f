import { err, ok, type Result } from '#lib/base/index.ts'
import { type GenerateInput, generatedFrom, type Proposed, write } from '#lib/questions/index.ts'
import type { LanguageModel } from '../env.ts'
import { modelClient } from './client.ts'
import { LIMITS } from './limits.ts'
import { proposeWith, type Run } from './propose.ts'

/** Of the rules' facts only those that a proposed question asks. */
export type Made = Run & { language: string }

const asked = ({ facts, questions }: Pick<Proposed, 'facts' | 'questions'>) => {
  const ids = new Set(questions.flatMap(({ factIds }) => factIds))
  return facts.filter(({ id }) => ids.has(id))
}

/** Reads a text as the rules do and has the model propose on it. Takes minutes: keep it out of the request thread. */
export const makeProposals = async (
  input: GenerateInput,
  model: LanguageModel,
  onProgress?: (share: number) => void,
): Promise<Result<Made, { code: string }>> => {
  const written = write(input)
  if (!written.ok) return err({ code: written.error.code })
  const ask = await modelClient(model, LIMITS)
  const run = await proposeWith(written.value, ask, LIMITS, { ...(onProgress ? { onProgress } : {}) })
  const { document, facts } = generatedFrom(written.value)
  const { questions } = run
  return ok({ ...run, facts: asked({ facts: [...facts, ...run.facts], questions }), language: document.language })
}
