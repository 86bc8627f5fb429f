import { page, titled } from '#app/_words/words.tsx'
import { ownAccount } from '#lib/server/own-account.ts'
import { providerNames } from '#lib/server/providers.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { Enter } from './enter.tsx'

export const generateMetadata = titled('enter.title')

/** Where every one-time link leads. Its token is in the fragment, which only the browser reads. */
const EnterPage = async () => {
  const viewer = await currentViewer()
  if (viewer === null) return <Enter here={null} providers={providerNames()} />
  const { kind, name, email } = await ownAccount(viewer)
  return <Enter here={{ kind, name: name ?? email }} providers={providerNames()} />
}
export default page(['account', 'enter', 'ways'], EnterPage)
