'use client'
import { type RefObject, useEffect } from 'react'

const KEY = 'footnote.who'

/** Takes a name or e-mail that was typed along to another form of this tab; an address bar would show and keep it. */
export const carryWho = (who: string): void => {
  try {
    sessionStorage.setItem(KEY, who)
  } catch {
    // It is typed once more.
  }
}

/** Writes what was carried along into the field `name` of a form, once. */
export const useCarriedWho = (form: RefObject<HTMLFormElement | null>, name: string): void => {
  useEffect(() => {
    try {
      const who = sessionStorage.getItem(KEY)
      const field = form.current?.elements.namedItem(name)
      if (!who || !(field instanceof HTMLInputElement)) return
      field.value = who
      sessionStorage.removeItem(KEY)
    } catch {
      // Nothing was carried.
    }
  }, [form, name])
}
