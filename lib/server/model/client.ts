import { toJsonSchema } from '@valibot/to-json-schema'
import { answerSchema, proposalSchema } from '#lib/questions/index.ts'
import type { LanguageModel } from '../env.ts'
import { cappedFetch } from './capped-fetch.ts'
import type { Message } from './prompts.ts'

export type Limits = {
  /** Of one try of one request, until its body is read. */
  readonly requestMs: number
  /** Tries after the first, where the server is busy or away. */
  readonly retries: number
  /** Of one answer. */
  readonly bytesMax: number
  readonly answerTokensMax: number
}

export type Shape = 'proposals' | 'answers'
/** One question to the model; rejects where no answer could be had. */
export type Ask = (shape: Shape, messages: readonly Message[], signal: AbortSignal) => Promise<string>

/** Thrown where a server does not answer as it should; the message is fit for an operator's log. */
class NoAnswer extends Error {}

const SCHEMAS = {
  proposals: toJsonSchema(proposalSchema, { typeMode: 'input', errorMode: 'ignore' }),
  answers: toJsonSchema(answerSchema, { typeMode: 'input', errorMode: 'ignore' }),
}

/** Asks an OpenAI-compatible server. The library is loaded here, and so only where a model is set. */
export const modelClient = async ({ url, model, key }: LanguageModel, limits: Limits): Promise<Ask> => {
  const { default: OpenAI, APIError } = await import('openai')
  const client = new OpenAI({
    baseURL: url,
    apiKey: key ?? 'none',
    // Else taken from the environment, where they are about something else.
    ...{ organization: null, project: null, adminAPIKey: null, webhookSecret: null, logLevel: 'off' },
    timeout: limits.requestMs,
    maxRetries: limits.retries,
    fetch: cappedFetch(limits.bytesMax),
  })
  // Not every server knows these, and then says 400 or 422; the checks do without them.
  let plain = false
  const extras = (shape: Shape) => ({
    temperature: 0,
    max_tokens: limits.answerTokensMax,
    response_format: { type: 'json_schema' as const, json_schema: { name: shape, schema: { ...SCHEMAS[shape] } } },
  })
  const once: Ask = async (shape, messages, signal) => {
    const request = { model, messages: [...messages], ...(plain ? {} : extras(shape)) }
    const answer: { choices?: { message?: { content?: unknown } }[] } | null = await client.chat.completions.create(
      request,
      { signal },
    )
    const content = answer?.choices?.[0]?.message?.content
    if (typeof content !== 'string') throw new NoAnswer('The model server sent no text')
    return content
  }
  return async (shape, messages, signal) => {
    try {
      return await once(shape, messages, signal)
    } catch (thrown) {
      const unknownExtras = thrown instanceof APIError && (thrown.status === 400 || thrown.status === 422)
      if (!unknownExtras || plain) throw thrown
      plain = true
      return once(shape, messages, signal)
    }
  }
}
