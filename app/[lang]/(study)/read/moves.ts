'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { setFact } from './address.ts'
import { stepFrom } from './reading.ts'

const numberLink = (fact: number): HTMLElement | null => document.querySelector(`a.fn[href="#f${fact}"]`)

/** Puts the place of a fact in the middle of what can be seen. */
const show = (fact: number, block: ScrollLogicalPosition): void => {
  const place = document.querySelector(`[data-facts~="${fact}"]`) ?? document.getElementById(`f${fact}`)
  place?.scrollIntoView({ block })
}

/** Takes a fact in hand, brings it into view and the focus to its number. */
export const moveTo = (fact: number | null): void => {
  if (fact === null) return
  setFact(fact)
  numberLink(fact)?.focus({ preventScroll: true })
  show(fact, 'center')
}

/** Opens the page at the fact its address names. */
export const useOpeningPlace = (fact: number | null): void => {
  const opened = useRef(false)
  useLayoutEffect(() => {
    if (opened.current) return
    opened.current = true
    if (fact === null) return
    show(fact, 'center')
    document.fonts.ready.then(() => show(fact, 'center'))
  }, [fact])
}

/** How far beyond its figure a number still answers before the sentence under the finger does. */
const NUMBER_REACH_PX = 8

const within = (box: DOMRect, x: number, y: number, reach: number): boolean =>
  x >= box.left - reach && x <= box.right + reach && y >= box.top - reach && y <= box.bottom + reach

const linkAt = (target: Element, x: number, y: number): number | null => {
  const link = target.closest('a[href^="#f"]')
  if (!link || !within(link.getBoundingClientRect(), x, y, NUMBER_REACH_PX)) return null
  return Number(link.getAttribute('href')?.slice(2))
}

/** Of the facts that share a sentence, the one after the one in hand; else the innermost. */
const nextOfShared = (numbers: number[], current: number | null): number | null => {
  const at = current === null ? -1 : numbers.indexOf(current)
  if (at < 0) return numbers.at(-1) ?? null
  return numbers[(at + numbers.length - 1) % numbers.length] ?? null
}

const factUnder = (event: MouseEvent, current: number | null): number | null => {
  const { target, clientX: x, clientY: y, detail } = event
  if (!(target instanceof Element)) return null
  const link = target.closest('a.fn')
  // A click without a pointer (Enter on a number) has no place on the page.
  if (link && detail === 0) return Number(link.getAttribute('href')?.slice(2))
  const exact = linkAt(target, x, y)
  if (exact !== null) return exact
  const marked = document.elementsFromPoint(x, y).find((element) => element.matches('[data-facts]'))
  if (marked) return nextOfShared((marked.getAttribute('data-facts') ?? '').split(' ').map(Number), current)
  return link ? Number(link.getAttribute('href')?.slice(2)) : null
}

/** A tap on a number or on a marked sentence takes that fact in hand; the page stays where it is. */
export const useFactTaps = (page: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = page.current
    if (!element) return
    const tap = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      if (getSelection()?.isCollapsed === false) return
      const [, current] = /^#f(\d+)$/.exec(location.hash) ?? []
      const fact = factUnder(event, current ? Number(current) : null)
      if (fact === null) return
      event.preventDefault()
      setFact(fact)
      requestAnimationFrame(() => show(fact, 'nearest'))
    }
    element.addEventListener('click', tap)
    return () => element.removeEventListener('click', tap)
  }, [page])
}

/** N and P go through the facts, Escape puts the one in hand down. */
export const useFactKeys = (order: readonly number[], current: number | null): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return
      const key = event.key.toLowerCase()
      if (key === 'escape') return setFact(null)
      if (key !== 'n' && key !== 'p') return
      event.preventDefault()
      moveTo(stepFrom(order, current, key === 'n' ? 1 : -1))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [order, current])
}
