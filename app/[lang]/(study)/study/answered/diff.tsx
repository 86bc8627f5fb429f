import { useTongue } from '#app/_words/tongue.ts'
import type { DiffRun } from '#lib/answers/index.ts'
import { t } from '#words'

/** A proofreader's caret where letters are missing; it says which to those who cannot see it. */
const Gap = () => (
  <span className="gap">
    <svg viewBox="0 0 12 9" aria-hidden="true">
      <path d="M2 7.5 6 2l4 5.5" />
    </svg>
    <span className="sr">{t('study.missing')}</span>
  </span>
)

/** Runs with their offset in the row, which names them. */
const placed = (runs: readonly DiffRun[]) => {
  let at = 0
  return runs.map((run) => {
    const start = at
    at += run.text.length + 1
    return { ...run, at: start }
  })
}

const Given = ({ runs }: { runs: readonly DiffRun[] }) => (
  <>
    {placed(runs).map(({ at, text, kind }) =>
      kind === 'extra' ? (
        <del key={at}>{text}</del>
      ) : kind === 'missing' ? (
        <Gap key={at} />
      ) : (
        <span key={at}>{text}</span>
      ),
    )}
  </>
)

const Text = ({ runs }: { runs: readonly DiffRun[] }) => (
  <>
    {placed(runs).map(({ at, text, kind }) =>
      kind === 'same' ? <span key={at}>{text}</span> : <ins key={at}>{text}</ins>,
    )}
  </>
)

type Props = { given: string; answer: string; diff: readonly [readonly DiffRun[], readonly DiffRun[]] | undefined }

/** What was written above what the text has. Without differences to show, both stand plain. */
export const Diff = ({ given, answer, diff }: Props) => {
  const tongue = useTongue()
  return (
    <dl className="diff">
      {given ? (
        <div>
          <dt>{t('study.youWrote')}</dt>
          <dd {...tongue}>{diff ? <Given runs={diff[0]} /> : given}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t('study.theText')}</dt>
        <dd {...tongue}>{diff ? <Text runs={diff[1]} /> : answer}</dd>
      </div>
    </dl>
  )
}
