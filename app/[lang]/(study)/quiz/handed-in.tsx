import { useZone } from '#app/_client/use-zone.ts'
import type { UnderWay } from '#lib/quiz/index.ts'
import { formatDate, t } from '#words'
import styles from './quiz.module.css'
import type { Taking } from './use-quiz.ts'

/** What waits to be handed in is safe on this phone; what was received says when. */
export const HandedIn = ({ taking, state }: { taking: Taking; state: UnderWay }) => {
  const zone = useZone(null)
  const { handedInAt, running, answers } = state
  const late = Object.values(answers).filter(({ standing }) => standing === 'late' || standing === 'unsure').length
  const when = handedInAt === null ? '' : formatDate(handedInAt, 'moment', zone)
  return (
    <div className={styles.page}>
      <div role="status">
        <h1 className={`title ${styles.title}`}>{handedInAt === null ? t('quiz.notYetIn') : t('quiz.isIn')}</h1>
      </div>
      <p className="lede">{handedInAt === null ? t('quiz.notYetInBody') : t('quiz.receivedAt', { at: when })}</p>
      {late > 0 ? <p className="note">{t('quiz.lateNote', { n: late })}</p> : null}
      <p className="problem" role="alert">
        {handedInAt === null && taking.trouble ? taking.trouble : ''}
      </p>
      {handedInAt === null ? (
        <p className="muted">{t('quiz.triesAgain')}</p>
      ) : (
        <div className={styles.go}>
          {running.feedback === 'closed' && running.number > 0 ? (
            <p className="muted">{t('quiz.toldLater')}</p>
          ) : (
            <a className="btn btn-primary wide" href={`/quiz?attempt=${running.attemptId}`} onClick={taking.close}>
              {t('quiz.see')}
            </a>
          )}
          <button type="button" className="btn btn-quiet btn-small" onClick={taking.close}>
            {t('quiz.toQuiz')}
          </button>
        </div>
      )}
    </div>
  )
}
