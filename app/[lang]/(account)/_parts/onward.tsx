'use client'
import { useEffect } from 'react'
import { Opening } from '#app/_ui/opening.tsx'
import { onwardTo } from './kept-link.ts'

/**
 * Goes on where nothing is to be asked, or no longer: to `to`, or back to a link that waits in this tab. An action that takes
 * the question's cookie away makes Next draw the page again, and so brings this: whoever called it must not go on as well.
 */
export const Onward = ({ to }: { to: '/today' | '/bring' }) => {
  useEffect(() => location.replace(onwardTo(to)), [to])
  return <Opening />
}
