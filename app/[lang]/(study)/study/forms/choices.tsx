import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { t } from '#words'

/** `own`: in the words of the text, not of the page. */
export type Choice = { value: string; text: string; own: boolean }
type Props = {
  label: string
  choices: readonly Choice[]
  rightValue: string
  /** What was chosen, once answered: null where the learner did not know. */
  answered: { chosen: string | null } | null
  answer: (value: string) => void
}

const LETTERS = 'ABCDEFGH'

/** Tap an answer and it is given: there is no Check button. Answered, every choice stays in its place and says what it was. */
export const Choices = ({ label, choices, rightValue, answered, answer }: Props) => {
  const tongue = useTongue()
  return (
    <fieldset className="choices" aria-label={label}>
      {choices.map(({ value, text, own }, i) => {
        const right = answered !== null && value === rightValue
        const wrong = answered !== null && !right && value === answered.chosen
        const look = right ? 'right' : wrong ? 'wrong' : answered ? 'rest' : ''
        return (
          <button
            key={value}
            type="button"
            className={`choice ${look}`}
            aria-keyshortcuts={LETTERS[i]}
            disabled={answered !== null}
            onClick={() => answer(value)}
          >
            <span className="key-letter">
              {right ? <Icon name="right" /> : wrong ? <Icon name="close" /> : LETTERS[i]}
            </span>
            <span className="said" {...(own ? tongue : {})}>
              {text}
            </span>
            {wrong ? <span className="state">{t('study.yourAnswer')}</span> : null}
            {right ? <span className="sr">{t('study.rightAnswer')}</span> : null}
          </button>
        )
      })}
    </fieldset>
  )
}
