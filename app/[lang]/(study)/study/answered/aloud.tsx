import { useEffect, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { easeNow, hush, speak } from '#lib/client/index.ts'
import { t } from '#words'

/** Reads a text out once it shows, for who wants that, and again at a tap. */
export const Aloud = ({ text }: { text: string }) => {
  const { lang = 'en' } = useTongue()
  const [wanted] = useState(() => easeNow().aloud)
  useEffect(() => {
    if (!wanted) return
    speak(text, lang)
    return hush
  }, [text, lang, wanted])
  return wanted ? (
    <button type="button" className="icon-btn aloud" aria-label={t('study.aloud')} onClick={() => speak(text, lang)}>
      <Icon name="sound" />
    </button>
  ) : null
}
