'use client'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import type { AssignableSet } from '#lib/server/classes/assignments.ts'
import type { ClassEntry, ClassView } from '#lib/server/classes/read.ts'
import { t } from '#words'
import classes from '../../../classes.module.css'
import { assignQuizAction } from '../../../quiz-actions.ts'
import { instantOf, newDraft, rulesOf } from '../_form/draft.ts'
import { QuizForm } from '../_form/form.tsx'

type Props = { view: ClassView; sets: readonly AssignableSet[]; others: readonly ClassEntry[] }

/** A quiz or a live round for a class, and for others of the same teacher in one act. */
export const NewQuiz = ({ view, sets, others }: Props) => {
  const { classId } = view
  const all = [view, ...others]
  const nameOf = (id: string) => {
    const one = all.find((each) => each.classId === id)
    return one ? [one.title, one.note].filter(Boolean).join(', ') : ''
  }
  const [first] = sets
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href={`/classes/${classId}`} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      <div className={classes.page}>
        <h1 className={`title ${classes.title}`}>{t('setting.heading')}</h1>
        {first ? (
          <QuizForm
            classId={classId}
            initial={newDraft(
              first.setId,
              all.map((one) => one.classId),
            )}
            sets={sets}
            nameOf={nameOf}
            isNew
            send={(draft, isDraft) =>
              assignQuizAction({
                ...{ kind: draft.kind, setId: draft.setId, title: draft.title.trim() || null, draft: isDraft },
                ...{ questionIds: draft.questionIds, rules: rulesOf(draft), hides: draft.hides },
                classes: draft.dates
                  .filter(({ on }) => on)
                  .map((one) => ({
                    classId: one.classId,
                    opensAt: draft.kind === 'live' ? null : instantOf(one.opens),
                    closesAt: draft.kind === 'live' ? null : instantOf(one.closes),
                  })),
              })
            }
            done={(value) => {
              const [id] = (value as { assignmentIds: string[] }).assignmentIds
              location.assign(`/classes/${classId}/quiz/${id}`)
            }}
          />
        ) : (
          <Void title={t('setting.noSets')} body={t('setting.noSetsBody')}>
            <a className="btn btn-primary wide" href="/new">
              {t('study.addText')}
            </a>
          </Void>
        )}
      </div>
    </>
  )
}
