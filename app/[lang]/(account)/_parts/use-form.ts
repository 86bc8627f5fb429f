'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Trouble } from './send.ts'

type Submit = (fields: Readonly<Record<string, string>>) => Promise<Trouble | null>

/** A form that sends itself by script: busy while it does, then either on its way or with something to mend. */
export const useForm = (submit: Submit) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const form = useRef<HTMLFormElement>(null)

  // The field to mend first, or else the words above the button.
  useEffect(() => {
    if (trouble) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-trouble]')?.focus()
  }, [trouble])

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setTrouble(null)
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    const wrong = await submit(Object.fromEntries(entries))
    setTrouble(wrong)
    setBusy(false)
  }
  return { busy, trouble, props: { ref: form, onSubmit, method: 'post' as const, noValidate: true } }
}
