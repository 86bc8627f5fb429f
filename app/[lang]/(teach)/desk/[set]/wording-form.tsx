import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTongue } from '#app/_words/tongue.ts'
import type { Wording } from '#lib/desk/index.ts'
import type { Outcome } from '#lib/server/act.ts'
import { t } from '#words'
import { FormTrouble } from '../../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn } from '../../../(account)/_parts/send.ts'
import styles from './desk.module.css'

type AreaProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly rows: number
  readonly trouble: Trouble | null
  readonly onChange: (value: string) => void
  readonly focus?: boolean
}

export const Area = ({ name, label, hint, value, rows, trouble, onChange, focus = false }: AreaProps) => {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const tongue = useTongue()
  const problem = trouble?.fields[name]
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const below = problem ?? hint
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className={`input ${styles.area}`}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...tongue}
        {...(problem ? { 'aria-invalid': true } : {})}
        {...(below ? { 'aria-describedby': `${id}-below` } : {})}
      />
      {below ? (
        <p className={problem ? 'problem' : 'label'} id={`${id}-below`}>
          {below}
        </p>
      ) : null}
    </div>
  )
}

const TrueFalse = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <fieldset>
    <legend className={styles.name}>{t('desk.trueFalse')}</legend>
    <div className="seg">
      {(['true', 'false'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="key" value={one} checked={value === one} onChange={() => onChange(one)} />
          {t(one === 'true' ? 'desk.true' : 'desk.false')}
        </label>
      ))}
    </div>
  </fieldset>
)

const lines = (text: string): string[] => text.split('\n')

type SheetProps = {
  readonly title: string
  /** The sentence that it will quote. */
  readonly quote: string
  readonly onSave: () => Promise<Outcome<unknown> | null>
  readonly onClose: () => void
  readonly children: (trouble: Trouble | null) => ReactNode
}

/** A form that takes the card's place: its fields, what is wrong with them, the sentence that stays. */
export const SheetForm = ({ title, quote, onSave, onClose, children }: SheetProps) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const tongue = useTongue()
  const save = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const outcome = await onSave()
    setBusy(false)
    if (!outcome?.ok) setTrouble(troubleIn(outcome))
  }
  return (
    <form
      className={`sheet stack ${styles.form}`}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <h2 className="head">{title}</h2>
      {children(trouble)}
      <FormTrouble trouble={trouble} />
      <div className={styles.formWays}>
        <button type="submit" className="btn btn-primary" aria-busy={busy}>
          {t('desk.save')}
        </button>
        <button type="button" className="btn btn-line" onClick={onClose}>
          {t('desk.cancel')}
        </button>
      </div>
      <p className="label">{t('desk.cited')}</p>
      <blockquote className={styles.cited} {...tongue}>
        {quote}
      </blockquote>
    </form>
  )
}

type Props = Pick<SheetProps, 'title' | 'quote' | 'onClose'> & {
  readonly first: Wording
  /** The form that it keeps, where it is worded anew. */
  readonly form: string | null
  readonly onSave: (wording: Wording) => Promise<Outcome<unknown> | null>
}

/** Where a question is worded: what it asks, what counts as right, what stands beside it to choose from. */
export const WordingForm = ({ title, first, form, quote, onSave, onClose }: Props) => {
  const [stem, setStem] = useState(first.stem)
  const [answer, setAnswer] = useState(first.answers[0] ?? '')
  const [also, setAlso] = useState(first.answers.slice(1).join('\n'))
  const [wrong, setWrong] = useState(first.wrong.join('\n'))
  const isStatement = form === 'true-false'
  const hint = isStatement ? {} : { hint: t('desk.stemHint') }
  return (
    <SheetForm
      {...{ title, quote, onClose }}
      onSave={() => onSave({ stem, answers: [answer, ...lines(also)], wrong: lines(wrong) })}
    >
      {(trouble) => (
        <>
          <Area
            name="stem"
            label={t('desk.stem')}
            {...hint}
            value={stem}
            rows={4}
            {...{ trouble }}
            onChange={setStem}
            focus
          />
          {isStatement ? <TrueFalse value={answer} onChange={setAnswer} /> : null}
          {isStatement ? null : (
            <>
              <Area
                name="answers"
                label={t('desk.answerField')}
                value={answer}
                rows={1}
                {...{ trouble }}
                onChange={setAnswer}
              />
              <Area
                name="also"
                label={t('desk.alsoRight')}
                hint={t('desk.oneALine')}
                value={also}
                rows={2}
                {...{ trouble }}
                onChange={setAlso}
              />
            </>
          )}
          {isStatement || form === 'number' ? null : (
            <Area
              name="wrong"
              label={t('desk.wrong')}
              hint={t('desk.wrongHint')}
              value={wrong}
              rows={3}
              {...{ trouble }}
              onChange={setWrong}
            />
          )}
        </>
      )}
    </SheetForm>
  )
}
