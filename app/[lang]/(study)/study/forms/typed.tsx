import { type RefObject, useId } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import type { PackQuestion } from '#lib/session/index.ts'
import { t } from '#words'

type Props = {
  question: PackQuestion
  value: string
  change: (value: string) => void
  submit: () => void
  input: RefObject<HTMLInputElement | null>
  formId: string
}

const labelOf = ({ form, unit }: PackQuestion): string => {
  if (unit) return t('study.typeUnit', { unit })
  return form === 'number' ? t('study.typeNumber') : t('study.typeAnswer')
}

/** One line to type in; Enter checks it. The phone's own corrections are off: they would answer in the learner's place. */
export const Typed = ({ question, value, change, submit, input, formId }: Props) => {
  const tongue = useTongue()
  const id = useId()
  return (
    <form
      id={formId}
      className="typed"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label className="label" htmlFor={id}>
        {labelOf(question)}
      </label>
      <input
        id={id}
        ref={input}
        className="input input-serif"
        {...tongue}
        value={value}
        onChange={(event) => change(event.target.value)}
        inputMode={question.form === 'number' ? 'decimal' : 'text'}
        enterKeyHint="done"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={500}
      />
    </form>
  )
}
