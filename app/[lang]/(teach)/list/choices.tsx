import { use, useId } from 'react'
import { VoiceContext } from '#app/_words/voice.ts'
import { t } from '#words'
import { Radio } from '../_parts/radio.tsx'
import styles from './list.module.css'

export type Asked = 'both' | 'forward' | 'backward'
export type Open = 'private' | 'link'

const ASKED = { both: 'list.both', forward: 'list.forward', backward: 'list.backward' } as const
const OPEN = { private: 'desk.onlyYou', link: 'desk.byLink' } as const
const LANGUAGES = [
  'en',
  'pl',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'cs',
  'uk',
  'ru',
  'la',
  'el',
  'tr',
  'ja',
  'zh',
  'ko',
  'ar',
  'he',
]

type Props = {
  readonly asked: Asked
  readonly open: Open
  readonly language: string
  readonly onAsked: (asked: Asked) => void
  readonly onOpen: (open: Open) => void
  readonly onLanguage: (language: string) => void
}

const Language = ({ language, onLanguage }: Pick<Props, 'language' | 'onLanguage'>) => {
  const id = useId()
  const names = new Intl.DisplayNames(use(VoiceContext)?.language ?? 'en', { type: 'language' })
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {t('list.language')}
      </label>
      <select id={id} className="input" value={language} onChange={(event) => onLanguage(event.target.value)}>
        {[...new Set([...LANGUAGES, language])].map((one) => (
          <option key={one} value={one}>
            {names.of(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** How a list is asked, and who may study it. */
export const Choices = ({ asked, open, language, onAsked, onOpen, onLanguage }: Props) => (
  <>
    <fieldset>
      <legend className={styles.name}>{t('list.ask')}</legend>
      {(['both', 'forward', 'backward'] as const).map((one) => (
        <Radio key={one} name="asked" label={t(ASKED[one])} checked={asked === one} onChange={() => onAsked(one)} />
      ))}
    </fieldset>
    <Language language={language} onLanguage={onLanguage} />
    <fieldset>
      <legend className={styles.name}>{t('list.whoStudies')}</legend>
      {(['private', 'link'] as const).map((one) => (
        <Radio key={one} name="open" label={t(OPEN[one])} checked={open === one} onChange={() => onOpen(one)} />
      ))}
    </fieldset>
  </>
)
