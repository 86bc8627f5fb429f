/** Run by Next once, before it serves. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { serveAlone } = await import('#lib/server/serving.ts')
  await serveAlone()
  const { watchArrivals } = await import('#lib/server/arrival.ts')
  watchArrivals()
  const { hub } = await import('#lib/server/classes/signals/hub.ts')
  const { endWhenTold } = await import('#lib/server/ending.ts')
  endWhenTold([() => void hub().stop()])
  const { keepHouseDaily } = await import('#lib/server/housekeeping.ts')
  keepHouseDaily()
  const { keepResuming } = await import('#lib/server/imports.ts')
  keepResuming()
  const { keepReminding } = await import('#lib/server/reminders/push.ts')
  keepReminding()
}
