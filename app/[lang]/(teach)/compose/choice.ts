import { useState } from 'react'
import type { Composer } from '#lib/server/desk/composer.ts'
import type { Look } from '#lib/server/desk/look.ts'
import type { Open } from '../_parts/who-studies.tsx'

export type TakenPart = { readonly setId: string; readonly sections: readonly string[] | null }
/** A set as it is being put together. */
export type Choice = {
  readonly title: string
  readonly parts: readonly TakenPart[]
  readonly tags: readonly string[]
  readonly leftOut: readonly string[]
  readonly takeOver: readonly string[]
  readonly excerpts: boolean
  readonly open: Open
  readonly look: Look
}

const firstOf = ({ title, excerpts, look, recipe }: Composer): Choice => ({
  ...{ title, excerpts, look, takeOver: [] },
  parts: recipe?.parts.map(({ setId, sections }) => ({ setId, sections })) ?? [],
  tags: recipe?.tags ?? [],
  leftOut: recipe?.leftOut ?? [],
  open: recipe?.visibility === 'public' ? 'public' : recipe?.shareKey ? 'link' : 'private',
})

const toggled = <T>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

/** What is chosen, and the ways to choose otherwise. */
export const useChoice = (composer: Composer) => {
  const [choice, setChoice] = useState(() => firstOf(composer))
  const change = (some: Partial<Choice>) => setChoice((before) => ({ ...before, ...some }))
  const part = (setId: string) => choice.parts.find((one) => one.setId === setId)
  return {
    choice,
    change,
    part,
    togglePart: (setId: string) =>
      change({
        parts: part(setId)
          ? choice.parts.filter((one) => one.setId !== setId)
          : [...choice.parts, { setId, sections: null }],
      }),
    /** `all`: every heading of the part; all of them chosen is the same as the whole. */
    toggleSection: (setId: string, heading: string, all: readonly string[]) =>
      change({
        parts: choice.parts.map((one) => {
          if (one.setId !== setId) return one
          const sections = toggled(one.sections ?? all, heading)
          return {
            setId,
            sections: sections.length === all.length ? null : all.filter((each) => sections.includes(each)),
          }
        }),
      }),
    earlier: (setId: string) => {
      const at = choice.parts.findIndex((one) => one.setId === setId)
      const parts = [...choice.parts]
      parts.splice(Math.max(0, at - 1), 0, ...parts.splice(at, 1))
      change({ parts })
    },
    toggleTag: (tag: string) => change({ tags: toggled(choice.tags, tag) }),
    toggleLeftOut: (id: string) => change({ leftOut: toggled(choice.leftOut, id) }),
    takeOver: (setId: string) => change({ takeOver: [...choice.takeOver, setId] }),
  }
}
export type Choosing = ReturnType<typeof useChoice>
