import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'

/** better-sqlite3 prepares one statement at a time, but the engine sends whole migrations through `executeRaw`. */
const takesScripts = (adapter) => {
  const one = adapter.executeRaw.bind(adapter)
  adapter.executeRaw = (query) => (query.args.length ? one(query) : adapter.executeScript(query.sql).then(() => 0))
  return adapter
}

export const adapterFactory = (url) => {
  const factory = new PrismaBetterSqlite3({ url: url ?? ':memory:' })
  const { connect, connectToShadowDb } = factory
  factory.connect = () => connect.call(factory).then(takesScripts)
  factory.connectToShadowDb = () => connectToShadowDb.call(factory).then(takesScripts)
  return factory
}
