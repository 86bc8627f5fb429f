'use client'
import { useEffect, useRef } from 'react'

/** The statement of a screen that took another one's place; reading goes on there. */
export const useHead = () => {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return head
}
