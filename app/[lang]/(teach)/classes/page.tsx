import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { type ClassEntry, classesOf } from '#lib/server/classes/read.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import styles from './classes.module.css'
import { EnterCode, MakeClass } from './make.tsx'

export const generateMetadata = titled('classes.title')

const ROLE = { instructor: 'classes.youLead', assistant: 'classes.youHelp', learner: 'classes.youLearn' } as const

const Row = ({ entry }: { entry: ClassEntry }) => {
  const said = [
    t(ROLE[entry.role]),
    ...(entry.note ? [entry.note] : []),
    t('classes.learners', { n: entry.learners }),
    ...(entry.archived ? [t('classes.over')] : []),
  ]
  return (
    <li>
      <a className="list-row" href={`/classes/${entry.classId}`}>
        <span className="grow">
          <strong>
            <bdi>{entry.title}</bdi>
          </strong>
          <span className="label num">{said.join(' · ')}</span>
          {entry.unread > 0 ? <strong className="num">{t('notices.unreadIn', { n: entry.unread })}</strong> : null}
        </span>
        <Icon name="forward" />
      </a>
    </li>
  )
}

const ClassesPage = async () => {
  const viewer = await currentViewer()
  const classes = viewer ? await classesOf(viewer) : []
  return (
    <Frame>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('classes.title')}</h1>
      </header>
      <div className={styles.page}>
        <p className="lede">{t('classes.lede')}</p>
        {classes.length > 0 ? (
          <ul className="list">
            {classes.map((entry) => (
              <Row key={entry.classId} entry={entry} />
            ))}
          </ul>
        ) : null}
        <EnterCode />
        {viewer?.kind === 'member' ? (
          <MakeClass />
        ) : (
          <p className="note">
            {t('classes.guestsMakeNone')} <a href="/sign-up">{t('classes.signUp')}</a>
          </p>
        )}
      </div>
    </Frame>
  )
}
export default page(['classes'], ClassesPage)
