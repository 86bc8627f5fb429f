'use client'
import { useMemo, useState } from 'react'
import { Segments, Stepper } from '#app/_ui/controls.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { uuidv7 } from '#lib/base/index.ts'
import { cryptoRandom, type Learner } from '#lib/client/index.ts'
import { type Form, plansOf, standingReviews } from '#lib/log/index.ts'
import { drawTest, questionsIn, resultOf, type Sitting, type TestItem, type TestOptions } from '#lib/sitting/index.ts'
import { formatDate, formatPercent, t } from '#words'
import { bankOf, examWanted, setsWanted, type Wanted } from './bank.ts'
import { FORMS, formWord } from './forms.ts'
import styles from './mock.module.css'

const COUNTS = [5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200]
const LIMITS = [0, 5, 10, 15, 20, 30, 45, 60, 75, 90, 120, 180]
const DEFAULTS: TestOptions = {
  questions: 20,
  forms: FORMS,
  limitMinutes: null,
  order: 'mixed',
  feedback: 'end',
}
const PAST_SHOWN = 10

const newId = (): string => uuidv7(Date.now(), cryptoRandom)

type Props = {
  learner: Learner
  now: number
  wanted: Wanted
  begin: (sitting: Sitting) => void
  print: (items: readonly TestItem[], title: string) => void
}

const FormChips = ({ forms, change }: { forms: readonly Form[]; change: (forms: Form[]) => void }) => (
  <fieldset className={styles.forms}>
    <legend>{t('mock.forms')}</legend>
    {FORMS.map((form) => (
      <label key={form} className="chip chip-box">
        <input
          type="checkbox"
          checked={forms.includes(form)}
          onChange={({ target }) => change(target.checked ? [...forms, form] : forms.filter((one) => one !== form))}
        />
        {formWord(form)}
      </label>
    ))}
  </fieldset>
)

const SetSwitches = ({
  learner,
  sets,
  change,
}: {
  learner: Learner
  sets: string[]
  change: (sets: string[]) => void
}) => (
  <>
    {learner.packs.map(({ setId, title, language, facts }) => (
      <li key={setId}>
        <label className="list-row">
          <span className="grow">
            <strong {...tongueOf(language)}>{title}</strong>
            <span className="label num">{t('common.facts', { n: facts.length })}</span>
          </span>
          <input
            type="checkbox"
            role="switch"
            aria-checked={sets.includes(setId)}
            className="switch"
            checked={sets.includes(setId)}
            onChange={({ target }) => change(target.checked ? [...sets, setId] : sets.filter((one) => one !== setId))}
          />
        </label>
      </li>
    ))}
  </>
)

/** Tests that were handed in, the last one first. */
const Past = ({ learner }: { learner: Learner }) => {
  const { entries, packs, settings } = learner
  const rows = useMemo(() => {
    const sittings = plansOf(entries).sittings.slice(-PAST_SHOWN).reverse()
    if (sittings.length === 0) return []
    const reviews = standingReviews(entries).filter(({ attemptId }) => attemptId !== undefined)
    return sittings.map((sitting) => ({ sitting, score: resultOf(sitting, reviews, packs).score }))
  }, [entries, packs])
  if (rows.length === 0) return null
  return (
    <section className="section" aria-labelledby="past-tests">
      <h2 className="head" id="past-tests">
        {t('mock.past')}
      </h2>
      <ul className="list">
        {rows.map(({ sitting, score }) => (
          <li key={sitting.attemptId}>
            <a className="list-row" href={`/mock?attempt=${sitting.attemptId}`}>
              <span className="grow">
                <strong>{sitting.title}</strong>
                <span className="label num">{formatDate(sitting.finishedAt, 'moment', settings.timeZone)}</span>
              </span>
              <span className="num">{formatPercent(score)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a practice test is to be like, with the one button that begins it. */
export const SetUp = ({ learner, now, wanted, begin, print }: Props) => {
  const exam = examWanted(learner, wanted)
  const [options, setOptions] = useState(DEFAULTS)
  const [sets, setSets] = useState(() => setsWanted(learner, wanted))
  const set = (part: Partial<TestOptions>) => setOptions((before) => ({ ...before, ...part }))
  const bank = useMemo(() => bankOf(learner, sets, exam, now), [learner, sets, exam, now])
  const all = useMemo(() => questionsIn(bank, options.forms), [bank, options.forms])
  const questions = Math.min(options.questions, all)
  const names = learner.packs.filter(({ setId }) => sets.includes(setId)).map(({ title }) => title)
  const title = (exam?.title ?? names.join(', ')).slice(0, 200)
  const real = options.feedback === 'end' && options.order === 'mixed' && options.limitMinutes !== null
  const draw = () => drawTest(bank, { ...options, questions }, newId(), newId)
  const start = () => {
    const startedAt = Date.now()
    const limitMs = options.limitMinutes === null ? null : options.limitMinutes * 60_000
    begin({
      ...{ v: 1, attemptId: newId(), entryId: newId(), title, setIds: sets, startedAt, limitMs },
      ...{ feedback: options.feedback, items: draw(), at: 0, given: {}, flagged: [], elapsedMs: 0 },
    })
  }
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('mock.title')}</h1>
      </header>
      <p className="muted">{exam ? t('mock.forExam', { exam: exam.title }) : t('mock.intro')}</p>
      <ul className={`list ${styles.options}`}>
        {exam ? null : <SetSwitches learner={learner} sets={sets} change={setSets} />}
        <Stepper
          name={t('mock.questions')}
          hint={t('mock.questionsHint', { n: all })}
          value={questions}
          steps={COUNTS.filter((count) => count < all).concat(all > 0 ? [all] : [])}
          onChange={(count) => set({ questions: count })}
        />
        <Stepper
          name={t('mock.limit')}
          hint={t('mock.limitHint')}
          value={options.limitMinutes ?? 0}
          steps={LIMITS}
          show={(minutes) => (minutes === 0 ? t('mock.noLimit') : t('mock.minutes', { n: minutes }))}
          onChange={(minutes) => set({ limitMinutes: minutes === 0 ? null : minutes })}
        />
        <li>
          <label className="list-row">
            <span className="grow">
              <strong>{t('mock.real')}</strong>
              <span className="label">{t('mock.realHint')}</span>
            </span>
            <input
              type="checkbox"
              role="switch"
              aria-checked={real}
              className="switch"
              checked={real}
              onChange={({ target }) =>
                set(
                  target.checked
                    ? { feedback: 'end', order: 'mixed', limitMinutes: options.limitMinutes ?? Math.max(5, questions) }
                    : { limitMinutes: null },
                )
              }
            />
          </label>
        </li>
      </ul>
      <FormChips forms={options.forms} change={(forms) => set({ forms })} />
      <div className={styles.choices}>
        <Segments
          legend={t('mock.feedback')}
          options={[
            ['end', t('mock.feedbackEnd')],
            ['each', t('mock.feedbackEach')],
          ]}
          value={options.feedback}
          onChange={(feedback) => set({ feedback })}
        />
        <Segments
          legend={t('mock.order')}
          options={[
            ['mixed', t('mock.orderMixed')],
            ['text', t('mock.orderText')],
          ]}
          value={options.order}
          onChange={(order) => set({ order })}
        />
      </div>
      <p className={styles.go}>
        <button type="button" className="btn btn-primary wide" disabled={questions === 0} onClick={start}>
          {t('mock.start')}
        </button>
        <button
          type="button"
          className="btn btn-quiet btn-small wide"
          disabled={questions === 0}
          onClick={() => print(draw(), title)}
        >
          {t('mock.print')}
        </button>
      </p>
      {questions === 0 ? <p className="note">{t('mock.nothing')}</p> : null}
      <Past learner={learner} />
    </>
  )
}
