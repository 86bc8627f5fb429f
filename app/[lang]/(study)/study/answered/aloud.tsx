import { useEffect } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { hush, speak } from '#lib/client/index.ts'
import { t } from '#words'

/** Reads a text out once it shows, for who wants that, and again at a tap. */
export const Aloud = ({ text }: { text: string }) => {
  const { lang = 'en' } = useTongue()
  useEffect(() => {
    speak(text, lang)
    return hush
  }, [text, lang])
  return (
    <button type="button" className="icon-btn aloud" aria-label={t('study.aloud')} onClick={() => speak(text, lang)}>
      <Icon name="sound" />
    </button>
  )
}
