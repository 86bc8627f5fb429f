import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Item = { n: number; quote: string; question: string; options?: string[] }
/** What a model is told: a part of a text, or questions to answer. */
export type Told = {
  title?: string
  text?: string
  facts?: { n: number; sentence: string; answer: string }[]
  items?: Item[]
}
export type Asked = { headers: IncomingMessage['headers']; body: Record<string, unknown>; told: Told }

/** Writes the whole answer to one request. */
export type Behaviour = (asked: Asked, response: ServerResponse) => void | Promise<void>

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>
}

/** A completion that says this. */
export const saying = (response: ServerResponse, content: unknown): void => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: text } }],
    }),
  )
}

export type Proposing = { facts?: object[]; rewrites?: object[]; options?: object[] }

/** A model that proposes what it is given and answers by looking a question up; an unknown question is not answered. */
export const proposing =
  (proposals: Proposing, answers: Readonly<Record<string, string>>): Behaviour =>
  ({ told }, response) => {
    if (!told.items) return saying(response, { facts: [], rewrites: [], options: [], ...proposals })
    saying(response, {
      answers: told.items.map(({ n, question, options = [] }) => {
        const answer = answers[question] ?? ''
        return { n, answer, fits: options.filter((option) => option === answer) }
      }),
    })
  }

/** A server that speaks as much of OpenAI's protocol as a client of ours asks for, on a port of its own. */
export const modelServer = async (behaviour: Behaviour) => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    const messages = body.messages as { role: string; content: string }[]
    const one = { headers: request.headers, body, told: JSON.parse(messages.at(-1)?.content ?? '{}') as Told }
    asked.push(one)
    await behaviour(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}/v1`, asked, close }
}
