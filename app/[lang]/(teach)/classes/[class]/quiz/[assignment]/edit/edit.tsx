'use client'
import { Icon } from '#app/_ui/icons.tsx'
import type { ClassView } from '#lib/server/classes/read.ts'
import type { QuizResults } from '#lib/server/quizzes/results.ts'
import { t } from '#words'
import classes from '../../../../classes.module.css'
import { editQuizAction } from '../../../../quiz-actions.ts'
import { fieldsOf, instantOf, localOf, rulesOf } from '../../_form/draft.ts'
import { QuizForm } from '../../_form/form.tsx'

const sameOf = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** Changes a quiz: attempts that were begun go on by the version that they began with. */
export const EditQuiz = ({ view, results }: { view: ClassView; results: QuizResults }) => {
  const { classId } = view
  const { assignmentId, kind, setId, ownTitle, rules, questionIds, opensAt, closesAt, hides } = results
  const back = `/classes/${classId}/quiz/${assignmentId}`
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href={back} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      <div className={classes.page}>
        <div>
          <h1 className={`title ${classes.title}`}>{t('setting.change')}</h1>
          <p className="muted">{t('setting.changeHint')}</p>
        </div>
        <QuizForm
          classId={classId}
          initial={{
            ...{ kind, setId, title: ownTitle ?? '', questionIds, hides, ...fieldsOf(rules) },
            dates: [{ classId, on: true, opens: localOf(opensAt), closes: localOf(closesAt) }],
          }}
          sets={[]}
          nameOf={() => view.title}
          isNew={false}
          send={(draft, isDraft) => {
            const [dates] = draft.dates
            return editQuizAction({
              ...{ assignmentId, title: draft.title.trim() || null, draft: isDraft, hides: draft.hides },
              ...{ opensAt: instantOf(dates?.opens ?? ''), closesAt: instantOf(dates?.closes ?? '') },
              questionIds: sameOf(draft.questionIds, questionIds) ? null : draft.questionIds,
              rules: rulesOf(draft),
            })
          }}
          done={() => location.assign(back)}
        />
      </div>
    </>
  )
}
