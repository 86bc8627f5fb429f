import { common, landing, translator } from '#lib/messages/index.ts'

/** What shared components say; they stand on every page, so they carry no more than this. */
export const t = /* @__PURE__ */ translator({ common, landing })
