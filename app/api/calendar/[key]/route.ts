import { isLanguage } from '#lib/messages/index.ts'
import { handle } from '#lib/server/handle.ts'
import { readFeed } from '#lib/server/reminders/feed.ts'

type Params = { readonly key: string }

/** What is due on the next days, for a calendar that has the secret address: `KEY.ics?lang=…`. */
export const GET = handle<'anyone', { key: string; language: string | null }, Params>(
  {
    auth: 'anyone',
    limit: 'calendar-address',
    input: (request, { key }) => ({ key, language: new URL(request.url).searchParams.get('lang') }),
  },
  async ({ input: { key, language } }) =>
    new Response(await readFeed(key, language !== null && isLanguage(language) ? language : 'en'), {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' },
    }),
)
