import { en } from './en.ts'
import { translator } from './translator.ts'
import type { KeyOf } from './types.ts'

export type MessageKey = KeyOf<typeof en>

/** Speaks the whole catalogue. */
export const t = /* @__PURE__ */ translator(en)
