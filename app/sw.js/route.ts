import { shellWorker, workerPolicy } from '#lib/server/shell-worker.ts'

/** The service worker: one a build, asked for anew each time. */
export const GET = async (): Promise<Response> => {
  const script = shellWorker()
  if (script === null) return new Response('', { status: 404 })
  return new Response(script, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache, no-store',
      'content-security-policy': workerPolicy,
    },
  })
}
export const dynamic = 'force-dynamic'
