import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import styles from './parts.module.css'
import { Radio } from './radio.tsx'

const OPEN = {
  private: { name: 'desk.onlyYou', hint: 'desk.privateHint' },
  link: { name: 'desk.byLink', hint: 'desk.linkHint' },
  public: { name: 'desk.inLibrary', hint: 'desk.libraryHint' },
} as const
export type Open = keyof typeof OPEN

type Props = {
  readonly open: Open
  readonly excerpts: boolean
  /** Whether there is a library to put it in. */
  readonly library: boolean
  readonly learners: number
  readonly onOpen: (open: Open) => void
  readonly onExcerpts: (excerpts: boolean) => void
}

/** Who may study a set, and how much of its texts goes with it. */
export const WhoStudies = ({ open, excerpts, library, learners, onOpen, onExcerpts }: Props) => {
  const alive = useAlive()
  const opens = (['private', 'link', 'public'] as const).filter((one) => one !== 'public' || library)
  return (
    <>
      <fieldset>
        <legend className={styles.name}>{t('desk.whoStudies')}</legend>
        {opens.map((one) => (
          <Radio
            key={one}
            name="open"
            label={t(OPEN[one].name)}
            hint={t(OPEN[one].hint)}
            checked={open === one}
            onChange={() => onOpen(one)}
          />
        ))}
        {learners > 0 && open === 'private' ? <p className="note">{t('desk.keepStudying')}</p> : null}
      </fieldset>
      {open === 'private' ? null : (
        <label className="list-row">
          <span className="grow">
            <strong>{t('desk.excerpts')}</strong>
            <span className="label">{t('desk.excerptsHint')}</span>
          </span>
          <input
            type="checkbox"
            role="switch"
            className="switch"
            checked={excerpts}
            aria-checked={excerpts}
            disabled={!alive}
            onChange={(event) => onExcerpts(event.target.checked)}
          />
        </label>
      )}
    </>
  )
}
