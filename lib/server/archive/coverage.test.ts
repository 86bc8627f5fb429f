import { describe, expect, it } from 'vitest'
import { RESTORED, SETTINGS, type Table, TOLD } from '#lib/interchange/index.ts'
import { modelsIn, schemaText } from '#lib/testing/models.ts'

/** What an archive says of a model whose rows are not a table of it. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Entry: 'answers.jsonl, whole, as it was sent',
  Grade: 'named by the entry that it is part of',
  Assignment: 'of a class and its sets, not of a person',
  QuizVersion: 'of a class and its sets, not of a person; what was asked of them is in their answers',
  LiveRound: 'of a class, not of a person',
  StudyStanding: 'made anew from the entries',
  Card: 'cards.json and cards.csv; made anew from the entries',
}

/** Columns of a table's model that its archive leaves out, and why. */
const LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  User: {
    passwordHash: 'a secret; never leaves the server',
    logSeq: 'how many entries there are',
  },
  LoginSession: { id: 'named in the cookie that signs in', userId: 'the person’s own' },
  OneTimeLink: { tokenHash: 'a secret', userId: 'the person’s own' },
  RejectedEntry: { userId: 'the person’s own', contentHash: 'made of the body' },
  SecurityEvent: { id: 'says nothing', userId: 'the person’s own' },
  Flag: { id: 'says nothing', userId: 'the person’s own' },
  Job: {
    id: 'says nothing',
    ownerId: 'the person’s own',
    leaseUntil: 'says which worker is alive',
    payload: 'what is read now, by its own hand',
  },
  CalendarFeed: { userId: 'the person’s own', key: 'opens the calendar to whoever has it' },
  PushSubscription: {
    ...{ id: 'made of the endpoint', userId: 'the person’s own' },
    ...{ p256dh: 'a key of the browser', auth: 'a secret of the browser' },
  },
  SetReport: { id: 'says nothing', userId: 'the person’s own' },
  Media: { ownerId: 'the person’s own' },
  FactTag: { userId: 'the person’s own' },
  ClassMember: { userId: 'the person’s own' },
  ClassEvent: { id: 'says nothing', actorId: 'the person’s own or another’s', userId: 'the person’s own or another’s' },
  QuizAttempt: {
    userId: 'the person’s own',
    versionId: 'an id of the class',
    order: 'places in what the class was asked',
  },
  Extension: { userId: 'the person’s own' },
  Notice: { id: 'says nothing', authorId: 'the person’s own', toIds: 'others' },
  Mend: { id: 'says nothing', byId: 'the person’s own' },
  ...Object.fromEntries(
    ['Device', 'LearnerSettings', 'Identity', 'Passkey', 'Enrolment', 'Attempt'].map((model) => [
      model,
      { userId: 'the person’s own' },
    ]),
  ),
  ...Object.fromEntries(['Document', 'Fact', 'Question'].map((model) => [model, { ownerId: 'the person’s own' }])),
  QuestionSet: { ownerId: 'the person’s own', shareKey: 'opens the set to whoever has it' },
}

const tables: Table[] = [...Object.values(RESTORED), SETTINGS, ...Object.values(TOLD)]
const byModel = new Map(tables.map((table) => [table.model, table]))

/** Models whose rows are, or hang on, a person’s, and that no archive has. */
const forgotten = (text: string): string[] => {
  const models = modelsIn(text)
  const about = new Set(['User'])
  for (let before = 0; before < about.size; ) {
    before = about.size
    for (const { name, hangsOn } of models) if (hangsOn.some((on) => about.has(on))) about.add(name)
  }
  return [...about].filter((name) => !byModel.has(name) && !OTHERWISE[name])
}

/** Columns of those models that no archive has. */
const unsaid = (text: string): string[] =>
  modelsIn(text).flatMap(({ name, columns }) =>
    columns
      .filter((column) => byModel.has(name) && !byModel.get(name)?.columns[column] && !LEFT_OUT[name]?.[column])
      .map((column) => `${name}.${column}`),
  )

const PLANTED = `
model Diary {
  userId String
  page   String
  user   User   @relation(fields: [userId], references: [id], onDelete: Cascade)
}

model DiaryLine {
  diaryId String
  diary   Diary @relation(fields: [diaryId], references: [userId], onDelete: Cascade)
}
`

describe('an archive', () => {
  it('has every table that is about a person, or hangs on one that is', () =>
    expect(forgotten(schemaText())).toEqual([]))
  it('has every column of those', () => expect(unsaid(schemaText())).toEqual([]))
  it('would miss a model that somebody adds, and what hangs on it', () =>
    expect(forgotten(schemaText() + PLANTED)).toEqual(['Diary', 'DiaryLine']))
  it('would miss a column that somebody adds', () =>
    expect(unsaid(schemaText().replace('model Document {\n', 'model Document {\n  shelf String\n'))).toEqual([
      'Document.shelf',
    ]))
  it('leaves out, and speaks of, nothing that is not there', () => {
    const models = new Map(modelsIn(schemaText()).map((model) => [model.name, model.columns]))
    for (const [model, columns] of Object.entries(LEFT_OUT))
      for (const column of Object.keys(columns))
        expect([model, models.get(model)]).toEqual([model, expect.arrayContaining([column])])
    for (const { model, columns } of tables)
      expect(models.get(model)).toEqual(expect.arrayContaining(Object.keys(columns)))
  })
})
