import { common, study, translator } from '#lib/messages/index.ts'

/** What the study screen says: the first question should not wait for the words of other pages. */
export const t = /* @__PURE__ */ translator({ common, study })
