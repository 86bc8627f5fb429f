import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import 'fake-indexeddb/auto'

/** Forgets every database: each test begins on a new device. */
export const newDevice = (): void => {
  globalThis.indexedDB = new IDBFactory()
}

/** Makes the next `put` into one object store fail as a full disk or a dying process would, once. */
export const failNextPut = (table: string, cause: Error): void => {
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    if (this.name !== table) return key === undefined ? put.call(this, value) : put.call(this, value, key)
    IDBObjectStore.prototype.put = put
    throw cause
  }
}
