import { posix } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'

const quiet = {
  warning: () => {},
  error: () => {},
  fatalError: (message: string) => {
    throw new Error(message)
  },
}

/** An XML file as a tree. It reads no external entity, and what declares entities of its own is refused. */
export const parseXml = (text: string): Document => {
  if (/<!ENTITY/i.test(text)) throw new Error('entities')
  return new DOMParser({ errorHandler: quiet }).parseFromString(text, 'text/xml')
}

/** Elements of a name, whatever its prefix, in the order of the text. */
export const all = (root: Document | Element, name: string): Element[] =>
  Array.from(root.getElementsByTagNameNS('*', name) as unknown as ArrayLike<Element>)

/** Where a reference in one file of a package leads, seen from the package's root. */
export const pathFrom = (file: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(file), target)
