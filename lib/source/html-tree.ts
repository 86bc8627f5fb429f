import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'

class Tangled extends Error {}

/** Opening tags of a page, and some more elements that a page has without them. */
const elementsExpected = (html: string): number => {
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1))
    if (/[a-z]/i.test(html[at + 1] ?? '')) tags++
  return tags * 2 + 20_000
}

/**
 * The tree of a page; null where it is too tangled. A paragraph opens anew every bold or link that was left open before it, so
 * that thousands left open would make millions of elements; a page that comes to twice its tags is given up.
 */
export const htmlTree = (html: string): DefaultTreeAdapterMap['document'] | null => {
  const most = elementsExpected(html)
  let made = 0
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...parts) => {
      if (++made > most) throw new Tangled()
      return defaultTreeAdapter.createElement(...parts)
    },
  }
  try {
    return parse(html, { treeAdapter })
  } catch (thrown) {
    if (thrown instanceof Tangled) return null
    throw thrown
  }
}
