import type { Form } from '#lib/log/index.ts'
import { t } from '#words'

const FORM_WORDS = {
  choice: 'mock.formChoice',
  'true-false': 'mock.formTrueFalse',
  cloze: 'mock.formCloze',
  typed: 'mock.formTyped',
  number: 'mock.formNumber',
  order: 'mock.formOrder',
  match: 'mock.formMatch',
} as const satisfies Record<Form, string>

/** In the order in which they are named. */
export const FORMS: readonly Form[] = ['choice', 'true-false', 'cloze', 'typed', 'number', 'order', 'match']

export const formWord = (form: Form): string => t(FORM_WORDS[form])
