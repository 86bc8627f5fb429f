import { useEffect, useState } from 'react'
import type { Stretch } from '#lib/base/index.ts'

const offsetOf = (node: Node, within: number): number | null => {
  const element = node instanceof Element ? node : node.parentElement
  const piece = element?.closest<HTMLElement>('[data-start]')
  if (!piece?.closest('[data-pane]')) return null
  return Number(piece.dataset.start) + (node instanceof Text ? within : 0)
}

const selectedNow = (): Stretch | null => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start !== null && end !== null && end > start ? { start, end } : null
}

/** What is selected in the text, as offsets into it; null where nothing is, or where the selection leaves the text. */
export const useSelected = (): Stretch | null => {
  const [selected, setSelected] = useState<Stretch | null>(null)
  useEffect(() => {
    const look = () => setSelected(selectedNow())
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return selected
}
