export { isChrome } from './chrome.ts'
export { levelled } from './clean.ts'
export { readDocument, type SourceInput } from './read.ts'
export type { Block, BlockKind, Document, Format, Section, Sentence, SourceRefusal, SourceSpan } from './types.ts'
